package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.SectorSamples;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.control.mavlink.Endpoint;
import dev.jink.perception.control.mavlink.MavlinkKey;
import dev.jink.perception.control.mavlink.MavlinkLink;
import dev.jink.perception.control.mavlink.UdpWire;
import dev.jink.perception.deadline.NanoClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A frame's way through each link, and for MAVLink through signature and socket: no heap. */
class LinkAllocationTest {
    private static final int FRAMES = 10_000;
    private static final int ROUNDS = 6;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Command command = new Command();
    private final Sectors seen = SectorSamples.clearBut(35, 2);
    @TempDir private Path folder;

    /** Of the rounds the best: a compiler that exchanges code may cost a few bytes once. */
    private static void assertNoHeap(Runnable frame) {
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < FRAMES; i++) {
                frame.run();
            }
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, fewest, "bytes over " + FRAMES + " frames");
    }

    @Test
    void shouldAllocateNothingOnTheWayToPx4() {
        double[] sum = {0};
        Px4Port port =
                new Px4Port() {
                    @Override
                    public void mode(long nowNanos) {
                        sum[0]++;
                    }

                    @Override
                    public void setpoint(long nowNanos, double[] velocityNed, double yawRate) {
                        sum[0] += velocityNed[0];
                    }

                    @Override
                    public void obstacles(long frameStampNanos, ObstacleRing ring) {
                        sum[0] += ring.distanceCm(0);
                    }
                };
        Px4Link link = new Px4Link(port, now -> 0.5, CLOCK, 500_000_000L, 12);
        command.set(1, 0.5, 0.25, 0.1);
        assertNoHeap(
                () -> {
                    link.send(command);
                    link.show(1, seen);
                    link.watch().poll(CLOCK.nanos());
                });
    }

    @Test
    void shouldAllocateNothingOnTheWayToAWorldTwist() {
        double[] sum = {0};
        WorldTwistLink link =
                new WorldTwistLink((stamp, x, y, z, rate) -> sum[0] += x, now -> 0.5, CLOCK);
        command.set(1, 0.5, 0.25, 0.1);
        assertNoHeap(() -> link.send(command));
    }

    @Test
    void shouldAllocateNothingOnTheWayToASignedSocket() throws Exception {
        Path key = folder.resolve("key");
        Files.write(key, new byte[32]);
        try (DatagramSocket controller = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                UdpWire wire = UdpWire.open(Endpoint.of("" + controller.getLocalPort()), 0)) {
            // As in the node: both are made while all is cold, and only the rehearsal is warmed.
            MavlinkLink fresh = link(wire, key);
            MavlinkLink link = link(wire, key);
            byte[] datagram = new byte[2048];
            command.set(1, 0.5, 0.25, 0.1);
            assertNoHeap(
                    () -> {
                        link.send(command);
                        link.show(1, seen);
                        link.heartbeat();
                        link.listen(datagram, wire.receive(datagram));
                    });
            // Now the classes are warm; the link that flies is another one.
            long before = THREADS.getCurrentThreadAllocatedBytes();
            fresh.send(command);
            fresh.show(1, seen);
            assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - before, "first frame");
        }
    }

    private static MavlinkLink link(UdpWire wire, Path key) {
        return new MavlinkLink(
                wire,
                CLOCK,
                () -> 1_767_225_600_000_000_000L + CLOCK.nanos(),
                1,
                MavlinkKey.read(key),
                500_000_000L,
                12);
    }
}
