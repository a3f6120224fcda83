package dev.jink.kernels.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reader of model files under Jazzer, which follows the branches, in a process of its own; each
 * run reads the bytes as they are and with sums set right. At length, a million files and more:
 *
 * <pre>
 *   ./mvnw -pl kernels/engine test -Dtest=ModelFileFuzzTest -Djink.fuzz.runs=1000000
 * </pre>
 */
final class ModelFileFuzzTest {
    private static final String RUNS = System.getProperty("jink.fuzz.runs", "20000");

    /** A file that keeps the reader busy for longer is a hang. */
    private static final int HANG_SECONDS = 10;

    /** Little, so that a file which makes the reader take what it promises is found. */
    private static final String HEAP = "-Xmx192m";

    @TempDir private Path folder;

    @Test
    void shouldOutlastTheFuzzer() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.write(corpus.resolve("chain"), ForgedSums.write(TinyModels.model()));
        Files.write(corpus.resolve("graph"), ForgedSums.write(TinyModels.graph()));
        Path log = folder.resolve("jazzer.log");
        int status = start(corpus, log).waitFor();
        String said = Files.readString(log);
        assertEquals(0, status, said);
        String done = "Done " + RUNS + " runs";
        assertTrue(said.contains(done), said);
        said.lines().filter(line -> line.contains(done)).forEach(System.out::println);
    }

    private Process start(Path corpus, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + ModelFileFuzz.class.getName(),
                        "--instrumentation_includes=dev.jink.kernels.model.**"
                                + ":dev.jink.kernels.plan.**",
                        "-runs=" + RUNS,
                        "-timeout=" + HANG_SECONDS,
                        "-max_len=16384",
                        "-rss_limit_mb=2048",
                        "-seed=20260103",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
