package lifecycle_msgs.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: go through this transition. */
public final class ChangeState implements ServiceDefinition {
    public static final Class<ChangeState_Request> RequestType = ChangeState_Request.class;
    public static final Class<ChangeState_Response> ResponseType = ChangeState_Response.class;
}
