package lifecycle_msgs.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which states are there? */
public final class GetAvailableStates implements ServiceDefinition {
    public static final Class<GetAvailableStates_Request> RequestType =
            GetAvailableStates_Request.class;
    public static final Class<GetAvailableStates_Response> ResponseType =
            GetAvailableStates_Response.class;
}
