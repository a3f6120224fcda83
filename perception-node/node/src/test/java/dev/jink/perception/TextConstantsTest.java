package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.PlannerSettings;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class TextConstantsTest {
    @Test
    void shouldGoThroughTheClassesInUse() {
        int before = new TextConstants().create();
        assertTrue(before > 0, "the tests' JVM has the exports, so some classes must be found");
        // A class that had not run until now.
        assertEquals(PlannerSettings.defaults(), PlannerSettings.defaults());
        assertTrue(new TextConstants().create() >= before);
    }

    @Test
    void shouldDoNothingWhereTheJvmDoesNotAllowIt() throws Exception {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        System.getProperty("java.home") + "/bin/java",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Closed.class.getName()))
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("0", out.strip());
        assertEquals(0, process.waitFor());
    }

    /** A JVM without the exports. */
    static final class Closed {
        public static void main(String[] args) {
            System.out.println(new TextConstants().create());
        }
    }
}
