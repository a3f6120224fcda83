package dev.jink.launch.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.launch.doctor.Finding.Grade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

final class DoctorTest {
    private static final Finding GOOD = Finding.good("clock", "tsc", "tsc");
    private static final Finding UNFIT =
            new Finding("home folder", Grade.UNFIT, "no", "yes", "export HOME=/tmp");

    @TempDir private Path folder;

    @Test
    void shouldGroundTheDroneForOneUnfitFinding() {
        assertTrue(DoctorCommand.fit(List.of(GOOD)));
        assertFalse(DoctorCommand.fit(List.of(GOOD, UNFIT)));
        var tree = DoctorCommand.tree(List.of(GOOD, UNFIT));
        assertFalse(tree.path("fit").asBoolean());
        assertEquals("UNFIT", tree.path("findings").get(1).path("grade").asText());
        assertEquals("export HOME=/tmp", tree.path("findings").get(1).path("change").asText());
    }

    @Test
    void shouldPrintWhatItIsWhatItShouldBeAndWhatChangesIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DoctorCommand.print(
                List.of(GOOD, UNFIT), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals(
                """
                ok     clock                tsc
                UNFIT  home folder          no
                                            wanted: yes
                                            change: export HOME=/tmp
                NOT fit to fly: see the lines marked UNFIT
                """,
                bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void shouldWantAHomeThatCanBeWritten() {
        assertEquals(Grade.GOOD, ProgramChecks.home(folder).grade());
        Finding absent = ProgramChecks.home(folder.resolve("absent"));
        assertEquals(Grade.UNFIT, absent.grade());
        assertTrue(absent.is().endsWith("can't be written (NoSuchFileException)"), absent::is);
    }

    @Test
    void shouldWantJdk25AndVectors() {
        assertEquals(Grade.UNFIT, ProgramChecks.jdk(Runtime.Version.parse("21.0.2"), "x").grade());
        assertEquals(Grade.GOOD, ProgramChecks.jdk(Runtime.Version.parse("26-ea+3"), "x").grade());
        assertEquals(Grade.COULD_BE_BETTER, ProgramChecks.simd("scalar", "no vectors").grade());
        assertEquals(Grade.GOOD, ProgramChecks.simd("512", "kernels 512: the widest").grade());
    }
}
