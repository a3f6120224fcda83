package lifecycle_msgs.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: which state is it in? */
public final class GetState implements ServiceDefinition {
    public static final Class<GetState_Request> RequestType = GetState_Request.class;
    public static final Class<GetState_Response> ResponseType = GetState_Response.class;
}
