package dev.jink.perception.control.mavlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.SectorSamples;

import io.dronefleet.mavlink.Mavlink2Message;
import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.common.ObstacleDistance;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Every frame, read by bytes from the guides, and by a library that had no part in writing it. */
class MavlinkBytesTest {
    private static final long MS = TestClock.MS;
    private static final long EPOCH_2026 = 1_767_225_600_000_000_000L;
    private static final byte[] KEY = key(3);
    private final TestClock clock = new TestClock(9_000 * MS);
    private final Recorded wire = new Recorded();
    private final Command command = new Command();

    private static byte[] key(long seed) {
        byte[] bytes = new byte[32];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private MavlinkLink link(int system, byte[] key) {
        return new MavlinkLink(
                wire,
                clock,
                () -> EPOCH_2026 + clock.nanos(),
                system,
                key == null ? null : new MavlinkKey(key),
                500 * MS,
                12);
    }

    private static Mavlink2Message<?> library(byte[] frame) throws Exception {
        return (Mavlink2Message<?>)
                MavlinkConnection.create(
                                new ByteArrayInputStream(frame), OutputStream.nullOutputStream())
                        .next();
    }

    @Test
    void shouldUseTheExtraBytesThatFollowFromTheFieldsNames() {
        assertEquals(
                Layout.HEARTBEAT_EXTRA,
                ByteParser.extra(
                        "HEARTBEAT",
                        "uint32_t custom_mode",
                        "uint8_t type",
                        "uint8_t autopilot",
                        "uint8_t base_mode",
                        "uint8_t system_status",
                        "uint8_t mavlink_version"));
        assertEquals(
                Layout.SET_POSITION_TARGET_LOCAL_NED_EXTRA,
                ByteParser.extra(
                        "SET_POSITION_TARGET_LOCAL_NED",
                        "uint32_t time_boot_ms",
                        "float x",
                        "float y",
                        "float z",
                        "float vx",
                        "float vy",
                        "float vz",
                        "float afx",
                        "float afy",
                        "float afz",
                        "float yaw",
                        "float yaw_rate",
                        "uint16_t type_mask",
                        "uint8_t target_system",
                        "uint8_t target_component",
                        "uint8_t coordinate_frame"));
        assertEquals(
                Layout.OBSTACLE_DISTANCE_EXTRA,
                ByteParser.extra(
                        "OBSTACLE_DISTANCE",
                        "uint64_t time_usec",
                        "uint16_t distances[72]",
                        "uint16_t min_distance",
                        "uint16_t max_distance",
                        "uint8_t sensor_type",
                        "uint8_t increment"));
    }

    @Test
    void shouldSendVelocityAndYawRateInTheLevelFrameForwardRightDown() throws Exception {
        for (byte[] key : new byte[][] {null, KEY}) {
            MavlinkLink link = link(7, key);
            clock.advanceMs(1234);
            command.set(2, 0.5, 0.25, 0.75);
            link.send(command);
            ByteParser f = ByteParser.read(wire.last(), 143, 53, key);
            assertEquals(84, f.message());
            assertEquals(7, f.system());
            assertEquals(196, f.component());
            ByteBuffer p = f.payload();
            assertEquals(1234, p.getInt());
            float[] wanted = {0, 0, 0, 2, -0.5f, -0.25f, 0, 0, 0, 0, -0.75f};
            for (float number : wanted) {
                assertEquals(number, p.getFloat());
            }
            assertEquals(0b0101_1100_0111, p.getShort());
            assertEquals(7, p.get());
            assertEquals(1, p.get());
            assertEquals(8, p.get());

            Mavlink2Message<?> read = library(wire.last());
            SetPositionTargetLocalNed target =
                    assertInstanceOf(SetPositionTargetLocalNed.class, read.getPayload());
            assertEquals(2, target.vx());
            assertEquals(-0.5f, target.vy());
            assertEquals(-0.25f, target.vz());
            assertEquals(-0.75f, target.yawRate());
            assertEquals(8, target.coordinateFrame().value());
            assertEquals(7, target.targetSystem());
            assertEquals(key != null, read.isSigned());
            if (key != null) {
                assertTrue(read.validateSignature(key));
                assertFalse(read.validateSignature(key(4)));
                assertEquals(f.stamp(), read.getSignatureTimestamp());
            }
        }
    }

    @Test
    void shouldSendZeroInPlaceOfANumberThatIsNotFinite() throws Exception {
        MavlinkLink link = link(1, null);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            command.set(1, bad, 1, 1);
            link.send(command);
            ByteBuffer p = ByteParser.read(wire.last(), 143, 53, null).payload();
            for (int at = 4; at < 48; at += 4) {
                assertEquals(0, p.getFloat(at));
            }
        }
        assertEquals(2, link.notFinite());
    }

    @Test
    void shouldSendDistancesClockwiseInTheBodyFrame() throws Exception {
        for (byte[] key : new byte[][] {null, KEY}) {
            MavlinkLink link = link(1, key);
            float[] seen = new float[72];
            Arrays.fill(seen, Float.NaN);
            for (int i = 30; i < 42; i++) {
                seen[i] = Float.POSITIVE_INFINITY;
            }
            seen[35] = 2.5f; // just right of straight ahead
            link.show(EPOCH_2026, SectorSamples.of(seen));
            ByteBuffer p = ByteParser.read(wire.last(), 23, 167, key).payload();
            assertEquals(EPOCH_2026 / 1000, p.getLong());
            int[] cm = new int[72];
            for (int k = 0; k < 72; k++) {
                cm[k] = p.getShort() & 0xFFFF;
            }
            assertEquals(250, cm[0]);
            assertEquals(250, cm[1]);
            assertEquals(1201, cm[2]);
            assertEquals(1201, cm[71]);
            assertEquals(65_535, cm[36]);
            assertEquals(0, p.getShort(), "min_distance");
            assertEquals(1200, p.getShort(), "max_distance");
            assertEquals(0, p.get(), "sensor_type");
            assertEquals(5, p.get(), "increment");
            assertEquals(5f, p.getFloat(), "increment_f");
            assertEquals(0f, p.getFloat(), "angle_offset");
            assertEquals(12, p.get(), "frame");

            ObstacleDistance read =
                    assertInstanceOf(ObstacleDistance.class, library(wire.last()).getPayload());
            for (int k = 0; k < 72; k++) {
                assertEquals(cm[k], read.distances().get(k), "element " + k);
            }
            assertEquals(1200, read.maxDistance());
            assertEquals(5f, read.incrementF());
            assertEquals(12, read.frame().value());
        }
    }

    @Test
    void shouldSayInItsHeartbeatWhetherItsDecisionsAreGood() throws Exception {
        MavlinkLink link = link(1, KEY);
        assertStatus(3, MavState.MAV_STATE_STANDBY, link);
        link.show(1, SectorSamples.all(3));
        assertStatus(4, MavState.MAV_STATE_ACTIVE, link);
        clock.advanceMs(499);
        assertStatus(4, MavState.MAV_STATE_ACTIVE, link);
        clock.advanceMs(1);
        link.show(1, null);
        assertStatus(5, MavState.MAV_STATE_CRITICAL, link);
    }

    private void assertStatus(int status, MavState state, MavlinkLink link) throws Exception {
        link.heartbeat();
        ByteBuffer p = ByteParser.read(wire.last(), 50, 9, KEY).payload();
        assertEquals(0, p.getInt());
        assertEquals(18, p.get());
        assertEquals(8, p.get());
        assertEquals(0, p.get());
        assertEquals(status, p.get());
        assertEquals(3, p.get());
        Heartbeat read = assertInstanceOf(Heartbeat.class, library(wire.last()).getPayload());
        assertEquals(MavType.MAV_TYPE_ONBOARD_CONTROLLER, read.type().entry());
        assertEquals(state, read.systemStatus().entry());
    }

    @Test
    void shouldCountItsFramesAndNeverStampTwoAlike() throws Exception {
        MavlinkLink link = link(1, KEY);
        long last = 0;
        for (int i = 0; i < 600; i++) {
            link.send(command);
            ByteParser f = ByteParser.read(wire.last(), 143, 53, KEY);
            assertEquals(i % 256, f.sequence());
            assertTrue(f.stamp() > last, "the clock stands still, the stamps must not");
            last = f.stamp();
        }
        assertEquals(600, wire.count());
        // 2026-01-01 is 4018 days after 2015-01-01; the link's clock is nine seconds further.
        assertEquals((4018L * 86_400 + 9) * 100_000 + 599, last);
    }
}
