package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which parameters are there? */
public final class ListParameters implements ServiceDefinition {
    public static final Class<ListParameters_Request> RequestType = ListParameters_Request.class;
    public static final Class<ListParameters_Response> ResponseType = ListParameters_Response.class;
}
