package dev.jink.perception.ros;

import org.ros2.rcljava.node.Node;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the node's parameters as ROS 2 parameter files, one for each set-up: every parameter, with description, type,
 * range and default as comments. They are made of what {@link Parameters} declares, so they can't disagree with it.
 */
public final class ParameterFiles {
    /** @param values what differs from the defaults */
    private record SetUp(String name, String about, Map<String, Object> values) {}

    private static final List<SetUp> SET_UPS =
            List.of(
                    new SetUp(
                            "generic",
                            "Any controller that takes geometry_msgs/TwistStamped in the body"
                                    + " frame.",
                            Map.of()),
                    new SetUp(
                            "px4",
                            "PX4 1.15 or newer over its DDS bridge (MicroXRCEAgent).",
                            Map.of("controller", "px4")),
                    new SetUp(
                            "ardupilot",
                            "ArduPilot 4.5 or newer, built with DDS, in Guided mode. Look at your"
                                    + " version's sideways sign first.",
                            Map.of("controller", "ardupilot")),
                    new SetUp(
                            "gazebo",
                            "A simulated drone on a desk: no real-time scheduling, it would starve"
                                    + " the simulator.",
                            Map.of("realtime", false)));

    private ParameterFiles() {}

    /** {@code ParameterFiles FOLDER}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("parameter files: wanted one argument, the folder to write them to");
            System.exit(2);
        }
        for (SetUp each : SET_UPS) {
            Files.writeString(Path.of(arguments[0], each.name() + ".yaml"), text(each));
        }
    }

    /** The names of the files, without their ending. */
    static List<String> names() {
        return SET_UPS.stream().map(SetUp::name).toList();
    }

    static String text(String name) {
        return text(SET_UPS.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow());
    }

    private static String text(SetUp setUp) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(setUp.about()).append('\n');
        out.append(
                        "# Every parameter of the node, as the node declares it: copy this file,"
                                + " change what differs, and")
                .append(" start with\n#   jink node --ros-args --params-file FILE\n")
                .append(
                        "# Body frame FLU: forward, left, up. \"read-only\" is fixed after the"
                                + " start.\n")
                .append("/**:\n  ros__parameters:\n");
        for (ParameterDeclaration each : declared()) {
            Object given = setUp.values().get(each.name());
            out.append("\n    # ").append(each.description()).append('\n');
            out.append("    # ").append(facts(each)).append('\n');
            out.append("    ").append(each.name()).append(": ");
            out.append(yaml(given == null ? each.value() : given)).append('\n');
        }
        return out.toString();
    }

    private static String facts(ParameterDeclaration each) {
        String range = each.least() == null ? "" : ", " + each.least() + " to " + each.most();
        return type(each.value())
                + range
                + ", default "
                + yaml(each.value())
                + (each.readOnly() ? ", read-only" : ", may change in flight");
    }

    private static String type(Object value) {
        return switch (value) {
            case String _ -> "text";
            case Boolean _ -> "true or false";
            case Long _ -> "whole number";
            default -> "number";
        };
    }

    private static String yaml(Object value) {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    /** What the node declares, asked of a node that only listens. */
    static List<ParameterDeclaration> declared() {
        InvocationHandler listener =
                (_, method, arguments) ->
                        switch (method.getName()) {
                            case "declareParameter" -> arguments[0];
                            case "hasParameter" -> false;
                            default -> throw new UnsupportedOperationException(method.getName());
                        };
        return Parameters.declareOn(
                        (Node)
                                Proxy.newProxyInstance(
                                        ParameterFiles.class.getClassLoader(),
                                        new Class<?>[] {Node.class},
                                        listener))
                .declared();
    }
}
