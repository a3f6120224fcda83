package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a user meets before any Java runs. */
final class LaunchScriptTest {
    /** In the order of the help page. */
    private static final List<String> SUBCOMMANDS =
            List.of(
                    "demo",
                    "test",
                    "node",
                    "replay",
                    "record",
                    "camera",
                    "profile",
                    "doctor",
                    "bench",
                    "inspect",
                    "verify",
                    "sign",
                    "faults",
                    "fly",
                    "sheet",
                    "gazebo",
                    "calibrate",
                    "train",
                    "eval",
                    "compile",
                    "binarize",
                    "export");

    private static final Path LAUNCH = Path.of("").toAbsolutePath();

    @TempDir private Path folder;

    private record Result(int status, String out) {}

    private Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }

    private Result jink(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = LAUNCH.resolve("jink").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(environment, command);
    }

    @Test
    void shouldListItsSubcommands() throws Exception {
        Result help = jink(Map.of(), "--help");
        assertEquals(0, help.status());
        for (String name : SUBCOMMANDS) {
            assertTrue(help.out().contains("\n  " + name + " "), name + " in:\n" + help.out());
        }
        assertEquals(2, jink(Map.of()).status());
    }

    @Test
    void shouldRefuseAnUnknownSubcommandInOneLine() throws Exception {
        Result result = jink(Map.of(), "fligh");
        assertEquals(2, result.status());
        assertEquals(
                "jink: unknown subcommand: got 'fligh', wanted one of "
                        + String.join(" ", SUBCOMMANDS)
                        + "; jink --help lists them\n",
                result.out());
    }

    @Test
    void shouldSayWhatToInstallWhenThereIsNoJdk25() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("bash", "env", "sed", "dirname", "readlink", "head")) {
            Files.createSymbolicLink(bin.resolve(tool), which(tool));
        }
        Result none =
                run(
                        Map.of(
                                "JINK_JDK_DIRS",
                                "",
                                "JAVA_HOME",
                                "",
                                "JINK_JDK",
                                "",
                                "PATH",
                                bin.toString()),
                        LAUNCH.resolve("find-jdk").toString());
        assertEquals(2, none.status());
        assertEquals(1, none.out().lines().count(), none.out());
        assertTrue(none.out().startsWith("jink: no JDK 25 found (got: "), none.out());
        assertTrue(none.out().contains("wanted JDK 25 or newer: install Temurin 25"), none.out());
    }

    @Test
    void shouldRefuseAnOlderJdkThatIsNamedOutright() throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk-17/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Path javac = Files.writeString(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        assertTrue(javac.toFile().setExecutable(true));
        Result result = jink(Map.of("JINK_JDK", jdk.toString()), "verify");
        assertEquals(2, result.status());
        assertEquals(
                "jink: JINK_JDK="
                        + jdk
                        + " is not a JDK 25: wanted a folder with bin/javac and JAVA_VERSION 25 or"
                        + " newer in its release file; unset JINK_JDK to search the usual places\n",
                result.out());
    }

    @Test
    void shouldRefuseAPrefixWithoutRcljavaBeforeAnythingIsBuilt() throws Exception {
        Path prefix = Files.createDirectories(folder.resolve("empty"));
        Result result = jink(Map.of("JINK_RCLJAVA", prefix.toString()), "node");
        assertEquals(2, result.status());
        assertEquals(
                "jink: JINK_RCLJAVA="
                        + prefix
                        + ": got no share/rcljava/java/rcljava.jar there, wanted the install prefix"
                        + " of an rcljava overlay (colcon's install folder); unset JINK_RCLJAVA to"
                        + " fly on the built-in transport\n",
                result.out());
    }

    @Test
    void shouldPutAnOverlaysJarsInPlaceOfOurs() throws Exception {
        Path prefix = folder.resolve("install");
        for (String jar : List.of("rcljava/java/rcljava.jar", "std_msgs/java/std_msgs.jar")) {
            Path file = prefix.resolve("share").resolve(jar);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        Files.createDirectories(prefix.resolve("lib/jni"));
        Result result =
                run(
                        Map.of("JINK_RCLJAVA", prefix.toString()),
                        "bash",
                        "-c",
                        ". "
                                + LAUNCH.resolve("rcljava-path")
                                + "; with_rcljava /a/jink-node-1.jar:/a/jink-rcljava-1.jar:"
                                + "/a/ihmc-pub-sub-0.20.0.jar:/a/b.jar; rcljava_natives");
        assertEquals(
                "/a/jink-node-1.jar:/a/b.jar:P/share/rcljava/java/rcljava.jar:"
                        + "P/share/std_msgs/java/std_msgs.jar\nP/lib/jni:P/lib\n",
                result.out().replace(prefix.toString(), "P"));
    }

    @Test
    void shouldRefuseAMavenArchiveThatIsNotThePinnedOne() throws Exception {
        Path archive =
                folder.resolve(
                        "repo/org/apache/maven/apache-maven/3.9.16/apache-maven-3.9.16-bin.tar.gz");
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "not Maven");
        Result result =
                run(
                        Map.of(
                                "MVNW_REPOURL",
                                folder.resolve("repo").toUri().toString(),
                                "MAVEN_USER_HOME",
                                folder.resolve("m2").toString()),
                        LAUNCH.resolveSibling("mvnw").toString(),
                        "-v");
        assertEquals(2, result.status(), result.out());
        assertTrue(
                result.out().contains("it is not the pinned archive, nothing was unpacked"),
                result.out());
    }

    private static Path which(String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(":")) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no " + tool + " on the PATH");
    }
}
