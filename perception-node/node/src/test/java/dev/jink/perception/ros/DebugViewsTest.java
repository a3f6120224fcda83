package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.perception.Eye;
import dev.jink.perception.Glimpse;
import dev.jink.perception.Links;
import dev.jink.perception.Onlooker;
import dev.jink.perception.Perception;
import dev.jink.perception.PipelineSettings;
import dev.jink.perception.TestModel;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;
import dev.jink.perception.sight.Detector;

import geometry_msgs.msg.Point;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import visualization_msgs.msg.Marker;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/** What RViz and Foxglove get to see. */
class DebugViewsTest {
    private static final int DOMAIN = 65;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;
    private static final CameraModel CAMERA = NodeRun.CAMERA;
    private static final double TURN = Math.PI / 6;
    @TempDir private Path folder;

    /** What the path saw of one picture, its drone rolled by 30 degrees and told to go ahead. */
    private static Glimpse seen(Detector detector) {
        try (Perception perception =
                new Perception(
                        PipelineSettings.of(
                                10_000, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults()),
                        detector,
                        Links.of(command -> {}, command -> {}),
                        CLOCK,
                        (command, sectors, distrust) -> {},
                        fault -> {})) {
            perception.look(Eye.of(CAMERA, Mount.FORWARD, detector));
            perception.start();
            perception.activate();
            Motion motion = new Motion();
            motion.roll = TURN;
            motion.z = 2;
            motion.stampNanos = CLOCK.nanos();
            perception.flight().moved(motion);
            perception.flight().want(2, 1, 0, 0, CLOCK.nanos());
            Header header = perception.door().header();
            header.width = header.step = 320;
            header.height = 240;
            header.dataBytes = 320 * 240;
            header.encoding = "mono8";
            header.frameId = "camera";
            header.stampNanos = 7;
            Frame frame = perception.door().admit(CLOCK.nanos(), 7);
            for (long i = 0; i < frame.bytes(); i++) {
                frame.pixels().set(ValueLayout.JAVA_BYTE, i, (byte) (i / 5120 % 2 * 140 + 40));
            }
            perception.door().commit(frame);
            perception.awaitIdle();
            Onlooker onlooker = new Onlooker(perception);
            assertTrue(onlooker.look());
            assertFalse(onlooker.look(), "nothing new");
            return onlooker.seen();
        }
    }

    @Test
    void shouldDrawARayForEachCellThatTheCameraReaches() {
        Detector detector = TestModel.detector();
        Mount mount = new Mount(0, 0, 0, 0.1, 0, -0.05);
        RayMarkers markers = new RayMarkers(detector.cellRays(), mount, "base_link", 9, 2);
        Glimpse seen = seen(detector);
        List<Marker> all = markers.of(seen).getMarkers();
        assertEquals(List.of("rays", "wanted", "chosen"), all.stream().map(Marker::getNs).toList());
        Marker rays = all.getFirst();
        assertEquals("base_link", rays.getHeader().getFrameId());
        assertEquals(7, rays.getHeader().getStamp().getNanosec());
        assertEquals(rays.getPoints().size(), rays.getColors().size());
        int at = 0;
        for (int cell = 0; cell < seen.cells(); cell++) {
            if (!seen.seen(cell)) {
                continue;
            }
            Point from = rays.getPoints().get(at++);
            Point to = rays.getPoints().get(at++);
            assertEquals(0.1, from.getX());
            assertEquals(-0.05, from.getZ());
            float range = seen.rangeM(cell);
            double wanted = Float.isNaN(range) ? 2 : Float.isInfinite(range) ? 9 : range;
            double length =
                    Math.sqrt(
                            Math.pow(to.getX() - from.getX(), 2)
                                    + Math.pow(to.getY() - from.getY(), 2)
                                    + Math.pow(to.getZ() - from.getZ(), 2));
            assertEquals(wanted, length, 1e-5);
            // Row by row from the top left: the first is to the left and up.
            assertTrue(cell > 0 || to.getY() > 0 && to.getZ() > from.getZ());
        }
        assertEquals(at, rays.getPoints().size());
        // Level 1 m/s to the left is, in a body that rolled 30 degrees to the right, partly up.
        Point wish = all.get(1).getPoints().getLast();
        assertEquals(2, wish.getX(), 1e-9);
        assertEquals(Math.cos(TURN), wish.getY(), 1e-9);
        assertEquals(-Math.sin(TURN), wish.getZ(), 1e-9);
        assertEquals(Marker.ADD, all.get(1).getAction());
    }

    @Test
    void shouldTintThePictureByRangeAndMarkWhereItWants() {
        Detector near = TestModel.constant(20); // something close in every cell
        Glimpse seen = seen(near);
        DebugPicture picture = new DebugPicture(near.virtualCamera());
        picture.draw(seen);
        int red = 0;
        int white = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                long at = (long) y * picture.step() + 3L * x;
                int r = picture.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xff;
                int g = picture.pixels().get(ValueLayout.JAVA_BYTE, at + 1) & 0xff;
                int b = picture.pixels().get(ValueLayout.JAVA_BYTE, at + 2) & 0xff;
                red += r > g + 20 ? 1 : 0;
                white += r + g + b == 3 * 255 ? 1 : 0;
            }
        }
        String said = red + " red, " + white + " white, range " + seen.rangeM(150);
        assertTrue(red > picture.width() * picture.height() / 4, said);
        assertTrue(white > 50 && white < 300, said);
    }

    @Test
    void shouldShowThemToAnotherVendorWhileItListens() throws Exception {
        Path peer = Cyclone.build(folder);
        try (NodeRun node =
                NodeRun.behindCamera(DOMAIN, folder, "require_odometry:=false", "warm_up_s:=0.5")) {
            Thread camera =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            Cyclone.run(
                                                    peer,
                                                    DOMAIN,
                                                    "camera",
                                                    "320",
                                                    "240",
                                                    "mono8",
                                                    "15",
                                                    "150",
                                                    "reliable");
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    });
            List<String> lines = Cyclone.run(peer, DOMAIN, "views", "/jink", "3");
            camera.join();
            assertEquals(0, node.end());
            List<String> pictures =
                    lines.stream().filter(line -> line.startsWith("debug_image ")).toList();
            assertTrue(pictures.size() >= 3, lines::toString);
            assertTrue(
                    pictures.getLast()
                            .startsWith("debug_image camera_optical_frame 480 360 rgb8 1440"),
                    lines::toString);
            assertTrue(
                    lines.stream().anyMatch(line -> line.startsWith("marker rays base_link 5 0 ")),
                    lines::toString);
            assertTrue(
                    lines.stream().anyMatch(line -> line.startsWith("marker chosen base_link 0 ")),
                    lines::toString);
            assertEquals(0, node.figures().get("missedDeadlines").asLong());
        }
    }
}
