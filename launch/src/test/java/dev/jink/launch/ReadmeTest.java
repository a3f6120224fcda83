package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** README's tables against what they describe. */
final class ReadmeTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path NODE =
            HOME.resolve("perception-node/node/src/main/java/dev/jink/perception/ros");

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(HOME.resolve("README.md"));
    }

    @Test
    void shouldListExactlyTheNodesParameters() throws IOException {
        Set<String> declared =
                all(
                        "p\\.(?:text|number|whole|flag|flown|fixed)\\(\\s*\"(\\w+)\"",
                        Files.readString(NODE.resolve("Parameters.java")));
        assertTrue(declared.size() > 30, "only " + declared);
        String section = section("## Parameters");
        assertEquals(declared, all("(?m)^\\| `(\\w+)` \\|", section));
    }

    @Test
    void shouldListEveryTopicOfTheNode() throws IOException {
        String section = section("## Topics");
        Set<String> topics =
                all(
                        "\"(~?/?[a-z_]+(?:/[a-z_]+)?)\"",
                        Files.readString(NODE.resolve("Topics.java")));
        topics.removeIf(t -> t.startsWith("~/rehears")); // Warm-up alone publishes there.
        assertFalse(topics.isEmpty());
        for (String topic : topics) {
            assertTrue(section.contains("`" + topic + "`"), topic + " is not in README");
        }
    }

    @Test
    void shouldListExactlyTheSubcommands() throws IOException {
        Set<String> offered =
                all("(?m)^  (\\w+)\\) ?", Files.readString(HOME.resolve("launch/jink")));
        offered.add("test");
        assertEquals(offered, all("(?m)^\\| `(\\w+)[ `]", section("## Commands")));
    }

    @Test
    void shouldLinkOnlyToWhatIsThere() {
        for (String target : all("\\]\\((?!http)([^)#]+)\\)", readme)) {
            assertTrue(Files.exists(HOME.resolve(target)), target + " is linked but not there");
        }
    }

    private String section(String heading) {
        int from = readme.indexOf("\n" + heading + "\n");
        assertTrue(from >= 0, heading + " is not in README");
        int to = readme.indexOf("\n## ", from + 4);
        return readme.substring(from, to < 0 ? readme.length() : to);
    }

    private static Set<String> all(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
