package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dronefleet.mavlink.Mavlink2Message;
import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.common.ObstacleDistance;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.minimal.Heartbeat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real node and each controller, played by another vendor: Cyclone DDS is camera, odometry and
 * flight controller of a drone that looks north, and for MAVLink a plain socket is. Pictures come
 * for three seconds; then the camera dies and the controller goes on listening.
 */
@Timeout(120)
class ControllersTest {
    private static final int DOMAIN = 74;
    private static final int PICTURES = 45;
    private static final int HZ = 15;
    private static final int LAST_PICTURE_MS = 1000 * PICTURES / HZ;
    private static final int TAIL_MS = 2500;
    @TempDir private Path folder;
    private Path peer;

    @BeforeEach
    void build() throws Exception {
        peer = Cyclone.build(folder);
    }

    private NodeRun node(String... parameters) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add("warm_up_s:=2.0");
        return NodeRun.behindCamera(DOMAIN, folder, all.toArray(String[]::new));
    }

    /** What the peer heard: the words of each line, by the first of them. */
    private Map<String, List<String[]>> fly(String... parameters) throws Exception {
        try (NodeRun node = node(parameters)) {
            Map<String, List<String[]>> heard = heard(flight());
            assertEquals(0, node.end());
            assertEquals(0, node.figures().get("missedDeadlines").asLong(), node.seen()::toString);
            assertTrue(node.figures().get("acted").asLong() > PICTURES / 2, node.seen()::toString);
            return heard;
        }
    }

    private List<String> flight() throws Exception {
        return Cyclone.run(
                peer,
                DOMAIN,
                "flight",
                "320",
                "240",
                Integer.toString(HZ),
                Integer.toString(PICTURES),
                Integer.toString(TAIL_MS));
    }

    private static Map<String, List<String[]>> heard(List<String> lines) {
        Map<String, List<String[]>> heard = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            heard.computeIfAbsent(words[0], word -> new ArrayList<>()).add(words);
        }
        return heard;
    }

    private static int ms(String[] line) {
        return Integer.parseInt(line[1]);
    }

    @Test
    void shouldFlyPx4AndLeaveItToItselfWhenTheCameraDies() throws Exception {
        long startMicros = System.currentTimeMillis() * 1000;
        Map<String, List<String[]>> heard = fly("controller:=px4");
        long endMicros = System.currentTimeMillis() * 1000;
        List<String[]> modes = heard.getOrDefault("mode", List.of());
        List<String[]> setpoints = heard.getOrDefault("setpoint", List.of());
        List<String[]> distances = heard.getOrDefault("distance", List.of());
        assertTrue(setpoints.size() > PICTURES / 2, "setpoints " + setpoints.size());
        assertTrue(distances.size() > PICTURES / 2, "distances " + distances.size());
        // Five a second for three seconds, and a little at both ends.
        assertTrue(modes.size() >= 8 && modes.size() <= 21, "modes " + modes.size());
        for (String[] mode : modes) {
            assertEquals("0 1 0 0 0 0 0", String.join(" ", Arrays.copyOfRange(mode, 3, 10)));
            assertBetween(startMicros, Long.parseLong(mode[2]), endMicros);
        }
        int lastMode = modes.stream().mapToInt(ControllersTest::ms).max().orElseThrow();
        int lastSetpoint = setpoints.stream().mapToInt(ControllersTest::ms).max().orElseThrow();
        // The decision of the last picture lasts half a second; brakes go on for as long as we
        // live.
        assertTrue(lastMode < LAST_PICTURE_MS + 900, "last mode after " + lastMode + " ms");
        assertTrue(lastSetpoint > lastMode + 1000, "last setpoint after " + lastSetpoint + " ms");
        for (String[] setpoint : setpoints) {
            assertBetween(startMicros, Long.parseLong(setpoint[2]), endMicros);
            for (int axis = 0; axis < 3; axis++) {
                assertEquals("nan", setpoint[3 + 4 * axis], "position");
                assertTrue(Double.isFinite(Double.parseDouble(setpoint[4 + 4 * axis])));
                assertEquals("nan", setpoint[5 + 4 * axis], "acceleration");
                assertEquals("nan", setpoint[6 + 4 * axis], "jerk");
            }
            assertEquals("nan", setpoint[15], "yaw");
            assertTrue(Double.isFinite(Double.parseDouble(setpoint[16])), "yawspeed");
        }
        String[] brake = setpoints.getLast();
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(0, Math.abs(Double.parseDouble(brake[4 + 4 * axis])));
        }
        for (String[] distance : distances) {
            assertBetween(startMicros, Long.parseLong(distance[2]), endMicros);
            assertEquals("12 0 5 0 1200 0", String.join(" ", Arrays.copyOfRange(distance, 3, 9)));
            assertEquals(72, distance.length - 9);
            assertEquals("65535", distance[9 + 36], "behind is never known");
            for (String cm : Arrays.copyOfRange(distance, 9, 81)) {
                int value = Integer.parseInt(cm);
                assertTrue(value == 65_535 || value >= 1 && value <= 1201, "distance " + value);
            }
        }
    }

    @Test
    void shouldFlyArduPilotInTheFrameItTakes() throws Exception {
        List<String[]> twists = fly("controller:=ardupilot").get("ardupilot");
        assertTrue(twists.size() > PICTURES / 2, "commands " + twists.size());
        twists.forEach(twist -> assertEquals("base_link", twist[2]));
    }

    @Test
    void shouldFlyArduPilotInTheMapWhenToldTo() throws Exception {
        List<String[]> twists =
                fly("controller:=ardupilot", "ardupilot_frame:=map").get("ardupilot");
        assertTrue(twists.size() > PICTURES / 2, "commands " + twists.size());
        twists.forEach(twist -> assertEquals("map", twist[2]));
    }

    @Test
    void shouldFlyMavrosAndSendItAScanItCanRead() throws Exception {
        Map<String, List<String[]>> heard = fly("controller:=mavros");
        assertTrue(heard.get("mavros").size() > PICTURES / 2);
        heard.get("mavros").forEach(twist -> assertEquals("map", twist[2]));
        List<String[]> scans = heard.get("scan");
        assertTrue(scans.size() > PICTURES / 2, "scans " + scans.size());
        for (String[] scan : scans) {
            assertEquals(0, Double.parseDouble(scan[2]));
            assertEquals(Math.toRadians(5), Double.parseDouble(scan[4]), 1e-6);
            // As MAVROS reads it: a float times 100, its fraction cut off.
            int maxCm = (int) (Float.parseFloat(scan[6]) * 1e2);
            assertEquals(1200, maxCm);
            assertEquals(72, scan.length - 7);
            for (String range : Arrays.copyOfRange(scan, 7, scan.length)) {
                if (!range.equals("nan")) {
                    int cm = (int) (Float.parseFloat(range) * 1e2f);
                    assertTrue(cm >= 1 && cm <= 1201, "range " + range);
                }
            }
        }
    }

    @Test
    void shouldFlyByMavlinkSignedAndHearOnlyTheSigned() throws Exception {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        Files.write(folder.resolve("key"), key);
        try (DatagramSocket autopilot = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                NodeRun node =
                        node(
                                "controller:=mavlink",
                                "mavlink_endpoint:=:" + autopilot.getLocalPort(),
                                "mavlink_key_file:=" + folder.resolve("key"),
                                "require_odometry:=false")) {
            autopilot.setSoTimeout(500);
            List<Mavlink2Message<?>> frames = new ArrayList<>();
            Thread ear =
                    Thread.ofPlatform().daemon().start(() -> listen(autopilot, frames, node, key));
            flight();
            node.await("controller at 127.0.0.1:" + autopilot.getLocalPort() + ": heard");
            assertEquals(0, node.end());
            ear.join(5000);
            assertTrue(
                    node.seen().stream()
                            .anyMatch(
                                    line ->
                                            line.contains(
                                                    "refused, the last was an unsigned frame,"
                                                            + " though a key is set")),
                    node.seen()::toString);
            assertCount(frames, SetPositionTargetLocalNed.class, PICTURES / 2);
            assertCount(frames, ObstacleDistance.class, PICTURES / 2);
            assertCount(frames, Heartbeat.class, 4);
            for (Mavlink2Message<?> frame : frames) {
                assertTrue(frame.isSigned() && frame.validateSignature(key), frame::toString);
                assertEquals(196, frame.getOriginComponentId());
            }
        }
    }

    /** Reads until nothing comes, and answers: at first unsigned, then signed. */
    private static void listen(
            DatagramSocket autopilot, List<Mavlink2Message<?>> frames, NodeRun node, byte[] key) {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket got = new DatagramPacket(buffer, buffer.length);
                autopilot.receive(got);
                byte[] bytes = Arrays.copyOf(buffer, got.getLength());
                MavlinkConnection reader =
                        MavlinkConnection.create(
                                new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
                frames.add((Mavlink2Message<?>) reader.next());
                if (frames.size() == 5 || frames.size() == 40) {
                    byte[] beat = beat(frames.size() == 5 ? null : key);
                    autopilot.send(new DatagramPacket(beat, beat.length, got.getSocketAddress()));
                }
            }
        } catch (SocketTimeoutException e) {
            // Before the first picture only heartbeats come, one a second.
            if (frames.size() < 10) {
                listen(autopilot, frames, node, key);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] beat(byte[] key) throws IOException {
        Heartbeat beat = Heartbeat.builder().mavlinkVersion(3).build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MavlinkConnection writer =
                MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), bytes);
        if (key == null) {
            writer.send2(1, 1, beat);
        } else {
            long stamp = (System.currentTimeMillis() - 1_420_070_400_000L) * 100;
            writer.send2(1, 1, beat, 0, stamp, key);
        }
        return bytes.toByteArray();
    }

    private static void assertCount(List<Mavlink2Message<?>> frames, Class<?> type, int atLeast) {
        long count = frames.stream().filter(f -> type.isInstance(f.getPayload())).count();
        assertTrue(count >= atLeast, type.getSimpleName() + ": " + count);
    }

    private static void assertBetween(long least, long value, long most) {
        assertTrue(least <= value && value <= most, least + " " + value + " " + most);
    }
}
