package dev.jink.rcljava.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class CyclonePeerTest {
    @Test
    void shouldSayWhatToInstallWhenAToolIsMissing() {
        assertEquals(
                "cyclone peer: 'no-such-idlc' is not installed; run: apt-get install -y"
                        + " cyclonedds-dev cyclonedds-tools gcc",
                assertThrows(
                                AssertionError.class,
                                () -> CyclonePeer.run(Path.of("."), "no-such-idlc", "ros.idl"))
                        .getMessage());
    }

    @Test
    void shouldSayWhatToInstallWhenALibraryIsMissing() {
        String message =
                assertThrows(
                                AssertionError.class,
                                () -> CyclonePeer.run(Path.of("."), "cc", "-lno-such-library"))
                        .getMessage();
        assertTrue(
                message.startsWith(
                        "cyclone peer: 'cc -lno-such-library' failed; if its packages are missing"
                                + " run: apt-get install -y cyclonedds-dev cyclonedds-tools gcc"),
                message);
    }
}
