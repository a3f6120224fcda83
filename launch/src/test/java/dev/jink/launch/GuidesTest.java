package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guides against what they tell of: texts, subcommands, parameters and files that are really there. */
final class GuidesTest {
    private static final Path LAUNCH = Path.of("").toAbsolutePath();
    private static final Path HOME = LAUNCH.getParent();
    private static final Path GUIDES = LAUNCH.resolve("guides");
    private static final List<String> ROOMS =
            List.of("kernels", "calibration", "perception-node", "sim", "launch");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?:[^|]*? )?`([^`|]+)`[^|]*\\|");
    private static final Pattern GLUE = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern FILLED =
            Pattern.compile("\"\\s*\\+[^;\"]*\\+\\s*\"|%[.\\d]*[a-z]");
    private static final char ANY = '…';

    /** Literal texts of the code with one sign for whatever is filled in. */
    private static String code() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(HOME.resolve(room))) {
                files.filter(f -> f.toString().matches(".*/src/main/java/.*\\.java"))
                        .map(GuidesTest::text)
                        .map(text -> GLUE.matcher(text).replaceAll(""))
                        .map(text -> FILLED.matcher(text).replaceAll("" + ANY))
                        .forEach(all::append);
            }
        }
        for (String script : List.of("jink", "find-jdk", "rcljava-path")) {
            all.append(text(LAUNCH.resolve(script)));
        }
        return all.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> guides() throws IOException {
        Map<String, String> guides = new TreeMap<>();
        try (Stream<Path> files = Files.list(GUIDES)) {
            files.forEach(f -> guides.put(f.getFileName().toString(), text(f)));
        }
        return guides;
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(r -> r.group(1))
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void shouldNameNoMessageThatTheCodeDoesNotSay() throws Exception {
        String code = code();
        List<String> unknown = new ArrayList<>();
        int messages = 0;
        for (String guide : List.of("TROUBLE.md", "PX4.md", "ARDUPILOT.md", "CAMERA.md")) {
            Matcher row = ROW.matcher(text(GUIDES.resolve(guide)));
            while (row.find()) {
                String message = row.group(1);
                if (!message.contains(" ") || message.matches("[A-Z0-9_]+ .*|controller:=.*")) {
                    continue; // a parameter of somebody else's, or a state
                }
                messages++;
                for (String piece : message.split("…")) {
                    String words = piece.replaceAll("^[^a-zA-Z]+|[^a-zA-Z]+$", "");
                    if (words.length() > 3 && !code.contains(words)) {
                        unknown.add(guide + ": " + piece.strip());
                    }
                }
            }
        }
        assertEquals(List.of(), unknown, "not in the code");
        assertTrue(messages > 45, "only " + messages + " messages found");
    }

    @Test
    void shouldNameOnlySubcommandsAndParametersThatAreThere() throws Exception {
        String parameters =
                text(
                        HOME.resolve(
                                "perception-node/node/src/main/java/dev/jink/perception/ros/Parameters.java"));
        String usage = text(LAUNCH.resolve("jink"));
        for (Map.Entry<String, String> guide : guides().entrySet()) {
            // What other programs are started with is theirs.
            String ours = guide.getValue().replaceAll("(?m)^ *ros2 run .*$", "");
            for (String name : all("-p (\\w+):=", ours)) {
                assertTrue(parameters.contains("\"" + name + "\""), guide.getKey() + ": " + name);
            }
            for (String name : all("launch/jink ([a-z]+)", guide.getValue())) {
                assertTrue(usage.contains("\n  " + name + " "), guide.getKey() + ": jink " + name);
            }
        }
    }

    @Test
    void shouldShowInRvizAndFoxgloveOnlyTopicsThatTheNodeHas() throws Exception {
        String topics = text(HOME.resolve("perception-node/node/ROS.md"));
        String rviz = text(LAUNCH.resolve("bundle/ros2/rviz/jink.rviz"));
        List<String> shown = all("Value: (/\\S+)", rviz);
        JsonNode layout =
                new ObjectMapper().readTree(text(LAUNCH.resolve("bundle/ros2/foxglove/jink.json")));
        layout.path("configById").forEach(panel -> shown.addAll(all("\"(/[^\".]+)", "" + panel)));
        assertTrue(shown.size() > 8, shown::toString);
        for (String topic : shown) {
            String named = topic.replaceFirst("^/jink/", "~/").replaceFirst("^/camera/", "/");
            assertTrue(
                    topics.contains("`" + named + "`")
                            || topics.contains("`" + named.substring(1) + "`"),
                    topic);
        }
        for (String panel : all("\"(\\w+!\\w+)\"", "" + layout.path("layout"))) {
            assertTrue(layout.path("configById").has(panel), panel);
        }
    }

    @Test
    void shouldLinkOnlyToFilesThatAreThere() throws Exception {
        for (Map.Entry<String, String> guide : guides().entrySet()) {
            for (String link : all("\\]\\(([^)#]+)\\)", guide.getValue())) {
                assertTrue(Files.exists(GUIDES.resolve(link)), guide.getKey() + ": " + link);
            }
        }
        String readme = text(HOME.resolve("README.md"));
        assertTrue(readme.contains("(launch/guides/README.md)"), "README links the guides");
        for (String guide : guides().keySet()) {
            boolean index = guide.equals("README.md");
            assertTrue(
                    index || text(GUIDES.resolve("README.md")).contains("(" + guide + ")"), guide);
        }
    }
}
