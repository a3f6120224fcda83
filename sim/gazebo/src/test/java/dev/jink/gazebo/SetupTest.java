package dev.jink.gazebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code sim/gazebo/setup} says when it can't. The machine it believes to be on is made of small
 * scripts that come first on its PATH; nothing is brought in.
 */
class SetupTest {
    private static final Path SETUP = Path.of("setup").toAbsolutePath();

    @TempDir private Path machine;

    private Path root;
    private final Map<String, String> environment = new HashMap<>();

    private record Result(int status, List<String> lines) {
        String last() {
            return lines.getLast();
        }
    }

    /** A machine on which all goes well until something is changed. */
    @BeforeEach
    void makeTheMachine() throws IOException {
        root = machine.resolve("gazebo");
        Files.createDirectories(machine.resolve("bin"));
        Files.createDirectories(machine.resolve("apt/sources.list.d"));
        Files.writeString(
                machine.resolve("apt/sources.list"),
                "# comment\ndeb [signed-by=/x] http://mirror.invalid/debian/ bookworm main\n");
        script("id", "[ \"$1\" = -u ] && echo 0 || echo root");
        script("dpkg", "echo amd64");
        script("df", "printf 'head\\nd 1 1 9999 1 /\\n'");
        script("debootstrap", "exit 9");
        script("wget", "echo \"$@\" >&2; exit 0");
        environment.put("JINK_GAZEBO", root.toString());
        environment.put("JINK_APT_SOURCES", machine.resolve("apt").toString());
        environment.put("TMPDIR", machine.toString());
        environment.put("PATH", machine.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private void script(String name, String body) throws IOException {
        Path file = machine.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Result setup(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(SETUP.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out.lines().toList());
    }

    private void shouldRefuse(String line) throws IOException, InterruptedException {
        Result result = setup();
        assertEquals(2, result.status(), result.toString());
        assertEquals("gazebo setup: " + line, result.last(), result.toString());
        assertFalse(Files.exists(root), "something was left that looks like a Gazebo");
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() throws Exception {
        Result result = setup("--fast");
        assertEquals(2, result.status());
        assertEquals(
                List.of("gazebo setup: got '--fast', wanted --check or nothing; --help tells more"),
                result.lines());
        assertEquals(0, setup("--help").status());
    }

    @Test
    void shouldTellByItsStatusThatNothingIsThere() throws Exception {
        Result result = setup("--check");
        assertEquals(1, result.status());
        assertEquals(List.of(), result.lines());
    }

    @Test
    void shouldRefuseATimeThatIsNone() throws Exception {
        environment.put("JINK_GAZEBO_SETUP_S", "soon");
        shouldRefuse("JINK_GAZEBO_SETUP_S: got 'soon', wanted whole seconds from 1 to 999999");
    }

    @Test
    void shouldWantRoot() throws Exception {
        script("id", "[ \"$1\" = -u ] && echo 1000 || echo pilot");
        shouldRefuse(
                "got user pilot, wanted root, for debootstrap and chroot: run it with sudo,"
                        + " JINK_GAZEBO naming the folder");
    }

    @Test
    void shouldWantAMirrorInAptsSources() throws Exception {
        Files.writeString(machine.resolve("apt/sources.list"), "deb http://x.invalid/ubuntu a b\n");
        shouldRefuse(
                "got no address of a Debian mirror from "
                        + machine.resolve("apt")
                        + ", wanted one: add it to apt's sources");
    }

    @Test
    void shouldWantRoomOnTheDisk() throws Exception {
        script("df", "printf 'head\\nd 1 1 700 1 /\\n'");
        shouldRefuse(
                "got 700 MB free beside "
                        + root
                        + ", wanted 3000: make room, or name another folder with JINK_GAZEBO");
    }

    @Test
    void shouldSayThatTheMirrorHasNoBullseye() throws Exception {
        script("wget", "echo \"404 for $@\" >&2; exit 8");
        Result result = setup();
        assertEquals(2, result.status());
        assertTrue(
                result.last()
                        .startsWith(
                                "gazebo setup: asking apt's mirror for Debian 11 (bullseye); is it"
                                        + " still there, is there a network? failed with status 8:"
                                        + " see the lines above, all of them in "),
                result.toString());
        assertTrue(
                result.lines().stream()
                        .anyMatch(l -> l.contains("http://mirror.invalid/debian/dists/bullseye/")),
                result.toString());
    }

    @Test
    void shouldFindAMirrorInTheNewFormToo() throws Exception {
        Files.delete(machine.resolve("apt/sources.list"));
        Files.writeString(
                machine.resolve("apt/sources.list.d/debian.sources"),
                "Types: deb\nURIs: https://new.invalid/debian\nSuites: trixie\n");
        script("wget", "echo \"asked $@\" >&2; exit 8");
        assertTrue(
                setup().lines().stream()
                        .anyMatch(l -> l.contains("https://new.invalid/debian/dists/bullseye/")));
    }

    @Test
    void shouldEndAStepThatHangs() throws Exception {
        environment.put("JINK_GAZEBO_SETUP_S", "1");
        script("wget", "exec sleep 60");
        Result result = setup();
        assertEquals(2, result.status());
        assertTrue(
                result.last()
                        .contains(
                                "got no end within 1 s, wanted one; JINK_GAZEBO_SETUP_S=SECONDS"
                                        + " gives it longer"),
                result.toString());
    }

    @Test
    void shouldLeaveNothingBehindThatLooksLikeAGazebo() throws Exception {
        script("debootstrap", "mkdir -p \"$3/usr/bin\"; echo half done; exit 3");
        Result result = setup();
        assertEquals(2, result.status());
        assertTrue(
                result.last().startsWith("gazebo setup: debootstrap failed with status 3: "),
                result.toString());
        assertEquals(1, setup("--check").status());
    }
}
