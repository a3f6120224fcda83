package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: change these, one by one. */
public final class SetParameters implements ServiceDefinition {
    public static final Class<SetParameters_Request> RequestType = SetParameters_Request.class;
    public static final Class<SetParameters_Response> ResponseType = SetParameters_Response.class;
}
