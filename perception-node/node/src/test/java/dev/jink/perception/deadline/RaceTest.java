package dev.jink.perception.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Runs the races of this package under jcstress, in processes of its own and under every compiler
 * configuration it knows: a short slice here, at length with {@code -Djink.jcstress=default} (some
 * minutes) or {@code tough}. Its report lies in target/jcstress.
 */
class RaceTest {
    private static final Pattern RESULTS =
            Pattern.compile("Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, .*");

    @Test
    void shouldGiveEveryFrameOneOutcomeWhateverTheRace() throws Exception {
        String mode = System.getProperty("jink.jcstress", "sanity");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "org.openjdk.jcstress.Main",
                                        "-m",
                                        mode,
                                        "-t",
                                        "dev.jink.perception.deadline",
                                        "-r",
                                        "jcstress"))
                        .directory(new File("target"))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        List<MatchResult> results = RESULTS.matcher(said).results().toList();
        assertTrue(!results.isEmpty(), said);
        MatchResult last = results.getLast();
        assertTrue(Integer.parseInt(last.group(1)) >= 2, last.group());
        assertEquals(last.group(1), last.group(2), said);
        System.out.println("jcstress, mode " + mode + ": " + last.group());
    }
}
