package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

class DomainPortsTest {
    // Port 7400 + 250 * 228: no other test's domain.
    private static final int DOMAIN = 228;
    private static final DdsSettings SETTINGS =
            new DdsSettings(DOMAIN, "127.0.0.1", List.of(), 65536, false, List.of());

    private final List<DatagramSocket> held = new ArrayList<>();

    @AfterEach
    void release() {
        held.forEach(DatagramSocket::close);
    }

    @Test
    void shouldLetAFreeDomainPass() {
        assertDoesNotThrow(() -> DomainPorts.requireUsable(SETTINGS));
    }

    @Test
    void shouldSayThatAnotherProgramHoldsTheDomainsPort() throws IOException {
        hold(64400);
        assertEquals(
                "domain 228: UDP port 64400 is held by another program; choose another"
                        + " ROS_DOMAIN_ID",
                assertThrows(IllegalStateException.class, () -> DdsParticipant.open(SETTINGS))
                        .getMessage());
    }

    @Test
    void shouldSayThatTheDomainIsFull() throws IOException {
        for (int port = 64410; port < 64610; port += 2) {
            hold(port);
        }
        assertEquals(
                "domain 228: UDP ports 64410 to 64609 are all in use; choose another ROS_DOMAIN_ID"
                        + " or end other participants",
                assertThrows(IllegalStateException.class, () -> DdsParticipant.open(SETTINGS))
                        .getMessage());
    }

    private void hold(int port) throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        socket.setReuseAddress(false);
        socket.bind(new InetSocketAddress(port));
        held.add(socket);
    }
}
