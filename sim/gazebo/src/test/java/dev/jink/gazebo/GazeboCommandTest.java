package dev.jink.gazebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.command.CommandLines;
import dev.jink.sim.trial.SimulatorKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

class GazeboCommandTest {
    @TempDir private Path folder;

    private record Result(int status, String err) {}

    private static Result run(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = CommandLines.of(new GazeboCommand());
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(arguments);
        return new Result(status, err.toString());
    }

    @Test
    void shouldWantASubcommand() {
        assertEquals(
                new Result(
                        2,
                        "jink: gazebo: got no subcommand, wanted frames, world or bridge; --help"
                                + " tells more\n"),
                run());
    }

    @Test
    void shouldRefuseBadNumbersInOneLine() {
        String somewhere = folder.resolve("new").toString();
        assertEquals(
                new Result(
                        2, "jink: frames: got --count 0, --per-world 12, wanted 1 or more each\n"),
                run("frames", "--count", "0", "--output", somewhere));
        assertEquals(
                new Result(
                        2,
                        "jink: bridge: got --seconds 0.0, --wait 60.0, wanted above 0, at most"
                                + " 600\n"),
                run("bridge", "--seconds", "0"));
        Result narrow = run("world", "--spacing", "0.5", "--output", somewhere);
        assertEquals(2, narrow.status());
        assertTrue(narrow.err().contains("spacing_m is 0.5, wanted 1.2 to 30"), narrow.err());
    }

    @Test
    void shouldNotWriteFramesAmongOtherFiles() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertEquals(
                new Result(
                        2,
                        "jink: frames: got the folder "
                                + folder
                                + " with files in it, wanted an empty or a new one\n"),
                run("frames", "--output", folder.toString()));
    }

    @Test
    void shouldWriteAWorldWithoutAnyGazebo() {
        assertEquals(0, run("world", "--seed", "4", "--output", folder.toString()).status());
        assertTrue(Files.isRegularFile(folder.resolve("classic.world")));
        assertTrue(Files.isRegularFile(folder.resolve("gz_sim.sdf")));
        assertTrue(Files.isRegularFile(folder.resolve("ros_gz_bridge.yaml")));
    }

    @Test
    void shouldBeASimulatorThatFlyFinds() {
        assertTrue(
                ServiceLoader.load(SimulatorKind.class).stream()
                        .anyMatch(kind -> kind.get().name().equals("gazebo")));
    }
}
