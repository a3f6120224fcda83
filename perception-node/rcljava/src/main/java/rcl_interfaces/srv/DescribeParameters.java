package rcl_interfaces.srv;

import org.ros2.rcljava.interfaces.ServiceDefinition;

/** A service: what are these parameters for? */
public final class DescribeParameters implements ServiceDefinition {
    public static final Class<DescribeParameters_Request> RequestType =
            DescribeParameters_Request.class;
    public static final Class<DescribeParameters_Response> ResponseType =
            DescribeParameters_Response.class;
}
