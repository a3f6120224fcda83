package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.ParameterDescriptor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parameter files of the bundle, read back by the node. */
class ParameterFilesTest {
    @TempDir private Path folder;

    private interface Use {
        void of(Node node);
    }

    private void withNode(Path file, Use use) {
        Context context = RCLJava.createContext();
        context.init();
        try {
            List<String> line = List.of("--ros-args", "--params-file", file.toString());
            use.of(
                    RCLJava.createNode(
                            "jink",
                            "",
                            context,
                            new NodeOptions().setCliArgs(new ArrayList<>(line))));
        } finally {
            context.shutdown();
        }
    }

    @Test
    void shouldHoldEveryParameterWithItsDefaultUnlessTheSetUpIsAboutIt() throws Exception {
        ParameterFiles.main(new String[] {folder.toString()});
        for (String name : ParameterFiles.names()) {
            List<String> changed = new ArrayList<>();
            withNode(
                    folder.resolve(name + ".yaml"),
                    node -> {
                        Parameters.declareOn(node);
                        assertEquals(List.of(), EmbeddedTransport.unusedOverrides(node), name);
                        for (ParameterDeclaration each : ParameterFiles.declared()) {
                            ParameterVariant read = node.getParameter(each.name());
                            if (!value(read).equals(each.value())) {
                                changed.add(each.name() + " " + value(read));
                            }
                        }
                    });
            List<String> wanted =
                    switch (name) {
                        case "px4", "ardupilot" -> List.of("controller " + name);
                        case "gazebo" -> List.of("realtime false");
                        default -> List.of();
                    };
            assertEquals(wanted, changed, name);
        }
    }

    @Test
    void shouldTellDescriptionRangeAndDefaultOfEachAsTheNodeDeclaresThem() throws Exception {
        Path none = Files.writeString(folder.resolve("none.yaml"), "/**: {ros__parameters: {}}\n");
        String text = ParameterFiles.text("px4");
        withNode(
                none,
                node -> {
                    Parameters.declareOn(node);
                    List<String> names = node.listParameters(List.of(), 0).getNames();
                    assertEquals(names.size(), ParameterFiles.declared().size());
                    for (String name : names) {
                        assertTrue(text.contains(comment(node.describeParameter(name))), name);
                    }
                });
        assertTrue(
                text.contains(
                        """

                            # highest speed commanded, m/s
                            # number, 0.1 to 20.0, default 3.0, may change in flight
                            max_speed: 3.0
                        """
                                .indent(0)),
                text);
    }

    @Test
    void shouldNameAKeyThatTheNodeDoesNotHaveAndAValueOutOfRange() throws Exception {
        Path odd = folder.resolve("odd.yaml");
        Files.writeString(odd, ParameterFiles.text("generic").replace("radius_m:", "radius:"));
        withNode(
                odd,
                node -> {
                    Parameters.declareOn(node);
                    String unused = String.join("\n", EmbeddedTransport.unusedOverrides(node));
                    assertTrue(unused.contains("radius"), unused);
                });
        Files.writeString(
                odd, ParameterFiles.text("generic").replace("max_speed: 3.0", "max_speed: 300.0"));
        withNode(
                odd,
                node -> {
                    String message =
                            assertThrows(RuntimeException.class, () -> Parameters.declareOn(node))
                                    .getMessage();
                    assertTrue(message.contains("'max_speed'"), message);
                    assertTrue(message.contains("300.0"), message);
                });
    }

    private static String comment(ParameterDescriptor described) {
        String facts = "";
        if (!described.getFloatingPointRange().isEmpty()) {
            var range = described.getFloatingPointRange().getFirst();
            facts = "number, " + range.getFromValue() + " to " + range.getToValue() + ", ";
        } else if (!described.getIntegerRange().isEmpty()) {
            var range = described.getIntegerRange().getFirst();
            facts = "whole number, " + range.getFromValue() + " to " + range.getToValue() + ", ";
        }
        return "# " + described.getDescription() + "\n    # " + facts;
    }

    private static Object value(ParameterVariant read) {
        return switch (read.getType()) {
            case PARAMETER_BOOL -> read.asBool();
            case PARAMETER_INTEGER -> read.asInt();
            case PARAMETER_DOUBLE -> read.asDouble();
            default -> read.asString();
        };
    }
}
