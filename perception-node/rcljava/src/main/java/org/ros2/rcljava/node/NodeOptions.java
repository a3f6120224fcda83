package org.ros2.rcljava.node;

import java.util.ArrayList;

/** How a node is made. */
public class NodeOptions {
    private boolean useGlobalArguments = true;
    private boolean enableRosout = true;
    private boolean allowUndeclaredParameters;
    private ArrayList<String> cliArgs = new ArrayList<>();

    /** Whether the arguments given to {@code rclJavaInit} hold for this node too. */
    public final boolean getUseGlobalArguments() {
        return useGlobalArguments;
    }

    /** Sets whether the arguments given to {@code rclJavaInit} hold for this node too. */
    public NodeOptions setUseGlobalArguments(boolean useGlobal) {
        useGlobalArguments = useGlobal;
        return this;
    }

    /** Whether the log goes to /rosout; this transport has no /rosout. */
    public final boolean getEnableRosout() {
        return enableRosout;
    }

    /** Sets whether the log goes to /rosout; without effect here. */
    public NodeOptions setEnableRosout(boolean enable) {
        enableRosout = enable;
        return this;
    }

    /** Whether parameters may be set without being declared. */
    public final boolean getAllowUndeclaredParameters() {
        return allowUndeclaredParameters;
    }

    /** Sets whether parameters may be set without being declared. */
    public NodeOptions setAllowUndeclaredParameters(boolean allow) {
        allowUndeclaredParameters = allow;
        return this;
    }

    /** Arguments for this node alone. */
    public final ArrayList<String> getCliArgs() {
        return cliArgs;
    }

    /** Sets arguments for this node alone; those between --ros-args and -- count. */
    public NodeOptions setCliArgs(ArrayList<String> newArgs) {
        cliArgs = newArgs;
        return this;
    }
}
