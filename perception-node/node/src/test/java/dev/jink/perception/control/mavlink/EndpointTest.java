package dev.jink.perception.control.mavlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class EndpointTest {
    private static final String WANTED =
            ", wanted HOST:PORT of the controller, or :PORT on this machine: set -p"
                    + " mavlink_endpoint:=127.0.0.1:14580";
    @TempDir private Path folder;

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Endpoint.of(text)).getMessage();
    }

    @Test
    void shouldMeanThisMachineUnlessAnAddressIsNamed() {
        for (String text : new String[] {"14580", ":14580", "127.0.0.1:14580", "localhost:14580"}) {
            Endpoint endpoint = Endpoint.of(text);
            assertTrue(endpoint.isLoopback(), text);
            assertEquals(14580, endpoint.address().getPort());
        }
        assertTrue(Endpoint.of("[::1]:14580").isLoopback());
        assertFalse(Endpoint.of("192.0.2.7:14550").isLoopback());
        assertEquals("192.0.2.7:14550", Endpoint.of("192.0.2.7:14550").toString());
    }

    @Test
    void shouldSayWhatIsWantedWhenItIsMissingOrWrong() {
        assertEquals("parameter mavlink_endpoint: got nothing" + WANTED, refusal(""));
        for (String text : new String[] {"127.0.0.1", "127.0.0.1:", ":0", "65536", "h:-1", "a:b"}) {
            assertEquals(
                    "parameter mavlink_endpoint: got '"
                            + text
                            + "', whose port is not 1 to 65535"
                            + WANTED,
                    refusal(text));
        }
        assertEquals(
                "parameter mavlink_endpoint: got 'no such host:14580', whose host is not known"
                        + WANTED,
                refusal("no such host:14580"));
    }

    @Test
    void shouldReadAKeyOfExactlyThirtyTwoBytes() throws IOException {
        Path file = folder.resolve("key");
        Files.write(file, new byte[32]);
        assertEquals(32, MavlinkKey.read(file).bytes().length);
        assertEquals("MAVLink key", MavlinkKey.read(file).toString());
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            Files.write(file, new byte[length]);
            assertEquals(
                    "parameter mavlink_key_file: "
                            + file
                            + " holds "
                            + (length > 32 ? "more than 32" : length)
                            + " bytes, wanted exactly 32, raw: make one with head -c 32"
                            + " /dev/urandom, and give the controller the same",
                    assertThrows(IllegalArgumentException.class, () -> MavlinkKey.read(file))
                            .getMessage());
        }
    }

    @Test
    void shouldSayThatAKeyCanNotBeRead() {
        Path file = folder.resolve("none");
        assertEquals(
                "parameter mavlink_key_file: "
                        + file
                        + " can't be read (NoSuchFileException), wanted the 32 bytes of the MAVLink"
                        + " key: name a file this user may read, or leave the parameter empty to"
                        + " fly unsigned",
                assertThrows(IllegalArgumentException.class, () -> MavlinkKey.read(file))
                        .getMessage());
    }
}
