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

/** The tables of README and of the node's ROS.md against what they describe. */
final class ReadmeTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path NODE = HOME.resolve("perception-node/node");
    private static final Path CODE = NODE.resolve("src/main/java/dev/jink/perception/ros");
    private static final int ONE_PAGE_LINES = 120;

    private final String readme;
    private final String reference;

    ReadmeTest() throws IOException {
        readme = Files.readString(HOME.resolve("README.md"));
        reference = Files.readString(NODE.resolve("ROS.md"));
    }

    @Test
    void shouldStayOnePage() {
        long lines = readme.lines().count();
        assertTrue(lines <= ONE_PAGE_LINES, lines + " lines: move the rest beside what it is of");
    }

    @Test
    void shouldListExactlyTheNodesParameters() throws IOException {
        Set<String> declared =
                all(
                        "p\\.(?:text|number|whole|flag|flown|fixed)\\(\\s*\"(\\w+)\"",
                        Files.readString(CODE.resolve("Parameters.java")));
        assertTrue(declared.size() > 30, "only " + declared);
        String section = section(reference, "## Parameters");
        assertEquals(declared, all("(?m)^\\| `(\\w+)` \\|", section));
    }

    @Test
    void shouldListEveryTopicOfTheNode() throws IOException {
        String section = section(reference, "## Topics");
        Set<String> topics =
                all(
                        "\"(~?/?[a-z_]+(?:/[a-z_]+)?)\"",
                        Files.readString(CODE.resolve("Topics.java")));
        topics.removeIf(t -> t.startsWith("~/rehears")); // Warm-up alone publishes there.
        assertFalse(topics.isEmpty());
        for (String topic : topics) {
            assertTrue(section.contains("`" + topic + "`"), topic + " is not in ROS.md");
        }
    }

    @Test
    void shouldListExactlyTheSubcommands() throws IOException {
        Set<String> offered =
                all("(?m)^  (\\w+)\\) ?", Files.readString(HOME.resolve("launch/jink")));
        offered.add("test");
        assertEquals(offered, all("(?m)^\\| `(\\w+)[ `]", section(readme, "## Commands")));
    }

    @Test
    void shouldLinkOnlyToWhatIsThere() {
        assertLinksLeadSomewhere(readme, HOME);
        assertLinksLeadSomewhere(reference, NODE);
        assertTrue(readme.contains("(perception-node/node/ROS.md)"), "README links ROS.md");
    }

    private static void assertLinksLeadSomewhere(String page, Path folder) {
        for (String target : all("\\]\\((?!http)([^)#]+)\\)", page)) {
            assertTrue(Files.exists(folder.resolve(target)), target + " is linked but not there");
        }
    }

    private static String section(String page, String heading) {
        int from = page.indexOf("\n" + heading + "\n");
        assertTrue(from >= 0, heading + " is not there");
        int to = page.indexOf("\n## ", from + 4);
        return page.substring(from, to < 0 ? page.length() : to);
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
