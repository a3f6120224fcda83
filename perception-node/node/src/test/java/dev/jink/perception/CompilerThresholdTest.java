package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class CompilerThresholdTest {
    @Test
    void shouldCountTheScalingOfOurOwnMethods() {
        int usual = CompilerThreshold.calls(List.of());
        assertTrue(usual > 0);
        String ours = "-XX:CompileCommand=CompileThresholdScaling,dev.jink.*::*,0.1";
        assertEquals(Math.ceil(usual * 0.1), CompilerThreshold.calls(List.of("-Xmx64m", ours)));
        String others = "-XX:CompileCommand=CompileThresholdScaling,java.util.*::*,0.1";
        assertEquals(usual, CompilerThreshold.calls(List.of(others)));
    }

    @Test
    void shouldKnowTheArgumentsTheNodeIsStartedWith() throws IOException {
        List<String> arguments = Files.readAllLines(Path.of("jvm.args"));
        assertTrue(
                CompilerThreshold.calls(arguments) < CompilerThreshold.calls(List.of()),
                "jvm.args scales the threshold of our methods: the warm-up must see it");
    }
}
