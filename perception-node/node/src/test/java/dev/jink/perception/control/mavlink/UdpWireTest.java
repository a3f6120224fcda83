package dev.jink.perception.control.mavlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

@Timeout(30)
class UdpWireTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final byte[] buffer = new byte[2048];

    private static Endpoint at(int port) {
        return Endpoint.of("127.0.0.1:" + port);
    }

    private int receive(UdpWire wire) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            int length = wire.receive(buffer);
            if (length > 0) {
                return length;
            }
            Thread.sleep(5);
        }
        return 0;
    }

    @Test
    void shouldSendAndHearTheControllerOnThisMachine() throws Exception {
        try (DatagramSocket controller = new DatagramSocket(0, LOOPBACK);
                UdpWire wire = UdpWire.open(at(controller.getLocalPort()), 0)) {
            controller.setSoTimeout(5000);
            wire.send(new byte[] {1, 2, 3, 4}, 3);
            DatagramPacket got = new DatagramPacket(new byte[16], 16);
            controller.receive(got);
            assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(got.getData(), got.getLength()));
            assertTrue(got.getAddress().isLoopbackAddress());
            assertEquals(wire.localPort(), got.getPort());
            controller.send(new DatagramPacket(new byte[] {9, 8}, 2, LOOPBACK, got.getPort()));
            assertEquals(2, receive(wire));
            assertEquals(9, buffer[0]);
        }
    }

    @Test
    void shouldHearNobodyButTheController() throws Exception {
        try (DatagramSocket controller = new DatagramSocket(0, LOOPBACK);
                DatagramSocket stranger = new DatagramSocket(0, LOOPBACK);
                UdpWire wire = UdpWire.open(at(controller.getLocalPort()), 0)) {
            stranger.send(new DatagramPacket(new byte[7], 7, LOOPBACK, wire.localPort()));
            Thread.sleep(100);
            controller.send(new DatagramPacket(new byte[2], 2, LOOPBACK, wire.localPort()));
            assertEquals(2, receive(wire));
        }
    }

    @Test
    void shouldGoOnSendingWhenTheControllerIsGoneAndReachItWhenItIsBack() throws Exception {
        int port;
        try (DatagramSocket gone = new DatagramSocket(0, LOOPBACK)) {
            port = gone.getLocalPort();
        }
        try (UdpWire wire = UdpWire.open(at(port), 0)) {
            for (int i = 0; i < 20; i++) {
                wire.send(new byte[] {5}, 1);
                wire.receive(buffer);
            }
            assertTrue(wire.unreachable() > 0, "loopback says so at once");
            try (DatagramSocket back = new DatagramSocket(port, LOOPBACK)) {
                back.setSoTimeout(5000);
                wire.send(new byte[] {6}, 1);
                DatagramPacket got = new DatagramPacket(new byte[16], 16);
                back.receive(got);
                assertEquals(6, got.getData()[0]);
            }
        }
    }

    @Test
    void shouldRehearseToNobody() {
        try (UdpWire nowhere = UdpWire.nowhere()) {
            for (int i = 0; i < 5000; i++) {
                nowhere.send(buffer, 300);
            }
            assertEquals(0, nowhere.unreachable());
        }
    }

    @Test
    void shouldSayThatItsPortIsTaken() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0, LOOPBACK)) {
            int port = taken.getLocalPort();
            String line =
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> UdpWire.open(at(14580), port))
                            .getMessage();
            assertTrue(
                    line.startsWith(
                            "parameter mavlink_local_port: UDP from port "
                                    + port
                                    + " to 127.0.0.1:14580 can't be opened ("),
                    line);
            assertTrue(
                    line.endsWith(
                            "), wanted a port that is free and a controller there is a way to: set"
                                    + " -p mavlink_local_port:=0 for any free port"),
                    line);
        }
    }
}
