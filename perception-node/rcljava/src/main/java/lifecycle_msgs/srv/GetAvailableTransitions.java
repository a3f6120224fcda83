package lifecycle_msgs.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which transitions are there? */
public final class GetAvailableTransitions implements ServiceDefinition {
    public static final Class<GetAvailableTransitions_Request> RequestType =
            GetAvailableTransitions_Request.class;
    public static final Class<GetAvailableTransitions_Response> ResponseType =
            GetAvailableTransitions_Response.class;
}
