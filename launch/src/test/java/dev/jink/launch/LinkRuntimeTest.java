package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.KernelProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The runtime of the bundle, which {@code launch/jink} starts the node on too. */
final class LinkRuntimeTest {
    private static final Path LAUNCH = Path.of("").toAbsolutePath();

    @TempDir private Path folder;

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void shouldLetTheStartCacheKeepLinkedClassesDespiteTheVectorApi() throws Exception {
        Path engine =
                Path.of(
                        KernelProvider.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        String java = folder.resolve("runtime/bin/java").toString();
        String cache = folder.resolve("start.aot").toString();
        run(
                LAUNCH.resolve("link-runtime").toString(),
                folder.resolve("runtime").toString(),
                run("uname", "-m").strip(),
                engine.toString());
        run(
                java,
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:AOTCacheOutput=" + cache,
                "-version");
        String start =
                run(
                        java,
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-XX:AOTCache=" + cache,
                        "-Xlog:aot",
                        "-version");
        assertTrue(start.contains("Using AOT-linked classes: true"), start);
    }
}
