package org.ros2.rcljava.parameters;

import rcl_interfaces.msg.SetParametersResult;

import java.util.List;

/** Has a say before parameters change. */
@FunctionalInterface
public interface ParameterCallback {
    /** Called on the thread that sets; an unsuccessful result with a reason stops the change. */
    SetParametersResult callback(List<ParameterVariant> parameters);
}
