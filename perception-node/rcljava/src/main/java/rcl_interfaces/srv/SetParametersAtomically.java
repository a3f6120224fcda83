package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: change all of these or none. */
public final class SetParametersAtomically implements ServiceDefinition {
    public static final Class<SetParametersAtomically_Request> RequestType =
            SetParametersAtomically_Request.class;
    public static final Class<SetParametersAtomically_Response> ResponseType =
            SetParametersAtomically_Response.class;
}
