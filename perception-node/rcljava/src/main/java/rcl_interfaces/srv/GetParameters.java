package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which values have these? */
public final class GetParameters implements ServiceDefinition {
    public static final Class<GetParameters_Request> RequestType = GetParameters_Request.class;
    public static final Class<GetParameters_Response> ResponseType = GetParameters_Response.class;
}
