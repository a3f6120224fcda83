package dev.jink.rcljava.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.parameters.InvalidParametersException;
import org.ros2.rcljava.parameters.ParameterVariant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ArgumentsTest {
    @TempDir private Path folder;

    @Test
    void shouldReadOnlyWhatStandsBetweenTheMarks() {
        Arguments arguments =
                parse("-p", "a:=1", "--ros-args", "-p", "b:=2", "--", "-p", "c:=3", "--ros-args");
        assertEquals(List.of(new ParameterVariant("b", 2L)), values(arguments, "/n"));
    }

    @Test
    void shouldReadEveryTypeOfValue() {
        assertEquals(
                List.of(
                        new ParameterVariant("b", true),
                        new ParameterVariant("i", -3L),
                        new ParameterVariant("d", 2.5),
                        new ParameterVariant("s", "text"),
                        new ParameterVariant("q", "12"),
                        new ParameterVariant("bs", new Boolean[] {true, false}),
                        new ParameterVariant("is", new Long[] {1L, 2L}),
                        new ParameterVariant("ds", new Double[] {1.0, 2.5}),
                        new ParameterVariant("ss", new String[] {"a", "b"})),
                values(
                        parse(
                                "--ros-args",
                                "-p",
                                "b:=true",
                                "-p",
                                "i:=-3",
                                "-p",
                                "d:=2.5",
                                "-p",
                                "s:=text",
                                "-p",
                                "q:='12'",
                                "-p",
                                "bs:=[true, false]",
                                "-p",
                                "is:=[1, 2]",
                                "-p",
                                "ds:=[1, 2.5]",
                                "-p",
                                "ss:=[a, b]"),
                        "/n"));
    }

    @Test
    void shouldGiveParametersToTheNodesTheyNameOnly() {
        Arguments arguments = parse("--ros-args", "-p", "eye:a:=1", "-p", "/ns/eye:b:=2");
        assertEquals(List.of(new ParameterVariant("a", 1L)), values(arguments, "/eye"));
        assertEquals(List.of(new ParameterVariant("b", 2L)), values(arguments, "/ns/eye"));
        assertEquals(List.of(), values(arguments, "/other"));
    }

    @Test
    void shouldReadParameterFilesWithWildcardsAndGroups() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("p.yaml"),
                        """
                        /**:
                          ros__parameters:
                            a: 1
                            group: {b: 2.5, deep: {c: [x, y]}}
                        /drone/*:
                          ros__parameters: {d: 4}
                        drone:
                          eye:
                            ros__parameters: {e: yes it is}
                        """);
        Arguments arguments = parse("--ros-args", "--params-file", file.toString());
        List<ParameterVariant> everywhere =
                List.of(
                        new ParameterVariant("a", 1L),
                        new ParameterVariant("group.b", 2.5),
                        new ParameterVariant("group.deep.c", new String[] {"x", "y"}));
        assertEquals(everywhere, values(arguments, "/elsewhere"));
        assertEquals(
                List.of(new ParameterVariant("d", 4L), new ParameterVariant("e", "yes it is")),
                values(arguments, "/drone/eye").subList(3, 5));
        assertEquals(3, values(arguments, "/drone/a/b").size());
    }

    @Test
    void shouldRenameNodesAndTopics() {
        Arguments arguments =
                parse(
                        "--ros-args",
                        "-r",
                        "__ns:=/drone",
                        "-r",
                        "__node:=eye",
                        "-r",
                        "image_raw:=/camera/image",
                        "-r",
                        "~/state:=health");
        assertEquals("eye", arguments.special("n", "n", List.of("__node", "__name")));
        assertEquals("/drone", arguments.special("n", "", List.of("__ns")));
        assertEquals(
                "/camera/image", Names.resolve("image_raw", "/drone", "eye", arguments.remaps()));
        assertEquals(
                "/camera/image",
                Names.resolve("/drone/image_raw", "/drone", "eye", arguments.remaps()));
        assertEquals(
                "/drone/health", Names.resolve("~/state", "/drone", "eye", arguments.remaps()));
        assertEquals("/drone/cmd", Names.resolve("cmd", "/drone", "eye", arguments.remaps()));
        assertEquals("/cmd", Names.resolve("/cmd", "/drone", "eye", arguments.remaps()));
    }

    @Test
    void shouldRenameOneNodeOnly() {
        Arguments arguments = parse("--ros-args", "-r", "eye:in:=out");
        assertEquals("/out", Names.resolve("in", "/", "eye", arguments.remaps()));
        assertEquals("/in", Names.resolve("in", "/", "ear", arguments.remaps()));
    }

    @Test
    void shouldSayWhatIsWrongInOneLine() throws IOException {
        assertEquals(
                "parameter 'budget_ms=50': wanted name:=value, e.g. -p budget_ms:=50",
                refusal("-p", "budget_ms=50"));
        assertEquals(
                "remap 'a=b': wanted from:=to, e.g. -r image_raw:=/camera/image_raw",
                refusal("-r", "a=b"));
        assertEquals(
                "ROS argument '-p': wanted a value after it, got the end of the line",
                refusal("-p"));
        assertEquals(
                "ROS argument '--parms-file': not known; wanted -p name:=value, -r from:=to,"
                        + " --params-file FILE, or -- to end them",
                refusal("--parms-file", "x"));
        assertEquals(
                "-p a:=: parameter 'a': got nothing, wanted a bool, number, text, or a list of one"
                        + " of them",
                refusal("-p", "a:="));
        assertEquals(
                "params file 'nowhere.yaml': there is no such file; wanted a YAML file",
                refusal("--params-file", "nowhere.yaml"));
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "a: [1, 2");
        assertOneLine(refusal("--params-file", file.toString()), "it is not YAML");
        Files.writeString(file, "just text");
        assertOneLine(
                refusal("--params-file", file.toString()),
                "wanted node names at the top, e.g. /**: {ros__parameters: {a: 1}}");
        Files.writeString(file, "budget_ms: 50");
        assertOneLine(
                refusal("--params-file", file.toString()),
                "got 'budget_ms' at '/', wanted a node name with 'ros__parameters' below it");
        Files.delete(file);
        Files.createDirectory(file);
        assertOneLine(refusal("--params-file", file.toString()), "it can't be read");
    }

    @Test
    void shouldCheckNames() {
        assertEquals(
                "topic 'image raw': wanted tokens like image_raw, /a/b or ~/state",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Names.expand("image raw", "/", "n"))
                        .getMessage());
        assertEquals(
                "node name '2nd': wanted letters, digits and _, not starting with a digit",
                assertThrows(IllegalArgumentException.class, () -> Names.node("2nd")).getMessage());
        assertEquals(
                "namespace '/a//b': wanted tokens like /a/b",
                assertThrows(IllegalArgumentException.class, () -> Names.namespace("/a//b"))
                        .getMessage());
        assertEquals("/", Names.namespace(""));
    }

    private static void assertOneLine(String text, String part) {
        assertTrue(text.contains(part) && text.lines().count() == 1, text);
    }

    private static Arguments parse(String... line) {
        return Arguments.parse(List.of(line));
    }

    private static String refusal(String... line) {
        List<String> all = new java.util.ArrayList<>(List.of("--ros-args"));
        all.addAll(List.of(line));
        return assertThrows(InvalidParametersException.class, () -> Arguments.parse(all))
                .getMessage();
    }

    private static List<ParameterVariant> values(Arguments arguments, String node) {
        return arguments.overrides().stream()
                .filter(one -> one.appliesTo(node))
                .map(ParameterOverride::value)
                .toList();
    }
}
