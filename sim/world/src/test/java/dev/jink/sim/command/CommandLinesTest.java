package dev.jink.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

class CommandLinesTest {
    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();

    @Command(name = "sample")
    private static final class Sample implements Callable<Integer> {
        @Option(names = "--count")
        private int count;

        private final Exception failure;

        Sample(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            if (failure != null) {
                throw failure;
            }
            return 0;
        }
    }

    private int run(Exception failure, String... arguments) {
        CommandLine line = CommandLines.of(new Sample(failure));
        return line.setErr(new PrintWriter(said, true)).execute(arguments);
    }

    @Test
    void shouldSayBadUsageInOneLine() {
        assertEquals(2, run(null, "--bogus"));
        assertEquals(
                "jink: Unknown option: '--bogus'; --help lists the options\n", said.toString());
    }

    @Test
    void shouldSayAWrongNumberInOneLine() {
        assertEquals(2, run(null, "--count", "many"));
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(said.toString().startsWith("jink: Invalid value for option '--count'"));
    }

    @Test
    void shouldTellUsageFromFailureByTheStatus() {
        assertEquals(0, run(null));
        assertEquals(2, run(new UsageException("no such folder")));
        assertEquals(1, run(new IOException("the node ended\nat its line 7")));
        assertEquals("jink: no such folder\njink: the node ended\n", said.toString());
    }

    @Test
    void shouldWriteAllOfTheFileIntoANewFolder() throws IOException {
        Path file = folder.resolve("new/figures.json");
        JsonFile.require(file);
        assertFalse(Files.exists(file));
        JsonFile.write(file, Map.of("frames", 3));
        assertEquals("{\"frames\":3}", Files.readString(file).replaceAll("\\s", ""));
        try (var left = Files.list(file.getParent())) {
            assertEquals(1, left.count(), "a half-written file was left");
        }
        JsonFile.require(null);
        JsonFile.write(null, Map.of());
    }

    @Test
    void shouldRefuseAFileThatCanNotBeWrittenBeforeAnythingRuns() throws IOException {
        assertEquals(
                "--json: can't write "
                        + folder
                        + " (got a folder); wanted a file in a folder that can be written",
                assertThrows(UsageException.class, () -> JsonFile.require(folder)).getMessage());
        Path inFile = Files.writeString(folder.resolve("plain"), "").resolve("figures.json");
        assertTrue(
                assertThrows(UsageException.class, () -> JsonFile.require(inFile))
                        .getMessage()
                        .startsWith("--json: can't write " + inFile + " (got "));
    }
}
