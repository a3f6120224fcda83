package dev.jink.launch;

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
import java.util.List;

/** launch/debian-packages on a machine whose apt-get is a script that writes down what it is asked. */
final class DebianPackagesTest {
    private static final Path SCRIPT = Path.of("debian-packages").toAbsolutePath();
    private static final String LOCKED =
            "echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1' >&2";

    @TempDir private Path machine;

    private record Result(int status, List<String> lines) {}

    @BeforeEach
    void makeTheMachine() throws IOException {
        script("id", "[ \"$1\" = -u ] && echo 0 || echo root");
        script("sleep", "exit 0");
        apt("exit 0");
    }

    /** What apt-get does when it is to update, after it has written down its arguments. */
    private void apt(String update) throws IOException {
        script(
                "apt-get",
                "echo \"$@\" >>%s\ncase $* in *update*) %s ;; esac".formatted(asked(), update));
    }

    private Path asked() {
        return machine.resolve("asked");
    }

    private void script(String name, String body) throws IOException {
        Path file = machine.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Result run(String waitSeconds, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("PATH", machine + ":" + System.getenv("PATH"));
        builder.environment().put("JINK_APT_WAIT_S", waitSeconds);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out.lines().toList());
    }

    @Test
    void shouldInstallWithTheOptionsGiven() throws Exception {
        Result result = run("60", "--reinstall", "-o", "A::B=c d", "gcc", "curl");
        assertEquals(new Result(0, List.of("installing gcc curl")), result);
        assertEquals(
                List.of(
                        "-qq update",
                        "install -qq -y --no-install-recommends --reinstall -o A::B=c d"
                                + " -o DPkg::Lock::Timeout=60 gcc curl"),
                Files.readAllLines(asked()));
    }

    @Test
    void shouldWaitForAnotherApt() throws Exception {
        apt(
                "[ -e %1$s ] || { touch %1$s; %2$s; exit 100; }"
                        .formatted(machine.resolve("freed"), LOCKED));
        assertEquals(0, run("60", "gcc").status());
        assertEquals(3, Files.readAllLines(asked()).size());
    }

    @Test
    void shouldNotWaitForEver() throws Exception {
        apt(LOCKED + "; exit 100");
        assertEquals(
                new Result(
                        2,
                        List.of(
                                "installing gcc",
                                "debian-packages: another apt holds its lists for more than 0 s:"
                                        + " wait for it, or end it")),
                run("0", "gcc"));
    }

    @Test
    void shouldShowWhatElseWentWrong() throws Exception {
        apt("echo 'E: no network' >&2; exit 100");
        assertEquals(
                new Result(
                        2,
                        List.of(
                                "installing gcc",
                                "E: no network",
                                "debian-packages: apt-get update failed: see the lines above")),
                run("60", "gcc"));
    }

    @Test
    void shouldTellAUserWhatToRun() throws Exception {
        script("id", "[ \"$1\" = -u ] && echo 1000 || echo pilot");
        assertEquals(
                new Result(
                        2,
                        List.of(
                                "debian-packages: got user pilot, wanted root: run 'sudo apt-get"
                                        + " install -y gcc', then again")),
                run("60", "gcc"));
        assertFalse(Files.exists(asked()));
    }
}
