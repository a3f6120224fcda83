package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which types have these? */
public final class GetParameterTypes implements ServiceDefinition {
    public static final Class<GetParameterTypes_Request> RequestType =
            GetParameterTypes_Request.class;
    public static final Class<GetParameterTypes_Response> ResponseType =
            GetParameterTypes_Response.class;
}
