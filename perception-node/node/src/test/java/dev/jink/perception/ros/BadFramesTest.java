package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jink.perception.TestModel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A camera driver that does everything wrong, and a node that says what. One node for all: the
 * first test needs one that has seen no camera_info, the last one ends it and reads its figures.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadFramesTest {
    private static final int DOMAIN = 73; // as the module's pom sets it for this JVM
    private static final double[] GOOD_K = {160, 0, 159.5, 0, 160, 119.5, 0, 0, 1};
    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    @TempDir private static Path folder;
    private static NodeRun run;
    private static Context context;
    private static Publisher<Image> images;
    private static Publisher<CameraInfo> infos;
    private static final Image image = new Image();
    private static final CameraInfo info = new CameraInfo();
    private static int sent;

    @BeforeAll
    static void startTheNode() throws Exception {
        assertEquals(Integer.toString(DOMAIN), System.getenv("ROS_DOMAIN_ID"));
        TestModel.write(folder);
        context = RCLJava.createContext();
        context.init();
        Node camera = RCLJava.createNode("bad_camera", "", context);
        images = camera.createPublisher(Image.class, "image_raw", QoSProfile.keepLast(1));
        infos = camera.createPublisher(CameraInfo.class, "camera_info", QoSProfile.keepLast(1));
        run = NodeRun.start(DOMAIN, folder, "--ros-args", "-p", "require_odometry:=false");
        run.await("jink: active after");
    }

    @AfterAll
    static void stop() {
        run.close();
        context.shutdown();
    }

    /** A good image of the present; tests spoil it. */
    private static Image good() {
        describe(320, 240, 320, "mono8");
        stamp(0);
        return image;
    }

    private static void describe(int width, int height, int step, String encoding) {
        image.setWidth(width).setHeight(height).setStep(step).setEncoding(encoding);
        byte[] pixels = new byte[height * step];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 2000 * 60 + i % 7 + sent);
        }
        image.setData(pixels);
        sent++;
    }

    private static void stamp(double aheadMs) {
        Instant now = Instant.now().plusNanos(Math.round(aheadMs * 1e6));
        Stamps.set(
                image.getHeader().getStamp(),
                now.getEpochSecond() * 1_000_000_000L + now.getNano());
    }

    private static void calibrate(int width, int height, double... k) {
        info.setWidth(width).setHeight(height).setDistortionModel("plumb_bob");
        info.setD(new double[5]);
        info.setK(k);
        info.setR(IDENTITY);
        infos.publish(info);
    }

    private static void calibrate() {
        calibrate(320, 240, GOOD_K);
    }

    private static void expect(String line, Runnable spoilt) throws Exception {
        run.await(line, spoilt);
    }

    @Test
    @Order(1)
    void shouldNameBothTopicsWhenCameraInfoIsMissing() throws Exception {
        expect(
                "jink: camera_info: images come on /image_raw but no camera_info came on"
                        + " /camera_info: publish it, remap it, or set camera_info_file",
                () -> images.publish(good()));
    }

    @Test
    @Order(2)
    void shouldRefuseACalibrationWithNaN() throws Exception {
        double[] k = GOOD_K.clone();
        k[2] = Double.NaN;
        expect(
                "jink: camera_info: K[2] is NaN, wanted a finite number",
                () -> calibrate(320, 240, k));
        expect(
                "jink: camera_info on /camera_info is unusable, so images on /image_raw are"
                        + " refused: calibrate the camera",
                () -> images.publish(good()));
    }

    @Test
    @Order(3)
    void shouldRefuseACalibrationWithoutFocalLength() throws Exception {
        double[] k = GOOD_K.clone();
        k[0] = 0;
        expect(
                "jink: camera_info: K[0] (fx) is 0, wanted a focal length above 0 pixels",
                () -> calibrate(320, 240, k));
    }

    @Test
    @Order(4)
    void shouldTakeAGoodCalibration() throws Exception {
        expect("jink: camera_info: 320x240, fx 160.0", BadFramesTest::calibrate);
    }

    @Test
    @Order(5)
    void shouldRefuseAWrongEncoding() throws Exception {
        expect(
                "jink: image encoding: got '32FC1', wanted one of mono8",
                () -> images.publish(good().setEncoding("32FC1")));
    }

    @Test
    @Order(6)
    void shouldRefuseAStepShorterThanTheWidth() throws Exception {
        expect(
                "jink: image step: got 319 bytes, wanted at least 320",
                () -> images.publish(good().setStep(319)));
    }

    @Test
    @Order(7)
    void shouldRefuseDataShorterThanHeightTimesStep() throws Exception {
        expect(
                "jink: image data: got 76800 bytes, wanted 81600 (height 255 x step 320)",
                () -> images.publish(good().setHeight(255)));
    }

    @Test
    @Order(8)
    void shouldRefuseAnEmptyImage() throws Exception {
        expect(
                "jink: image size: got 0x240, wanted at least 1x1",
                () -> images.publish(good().setWidth(0)));
    }

    @Test
    @Order(9)
    void shouldRefuseAnImageLargerThanTheMaximum() throws Exception {
        expect(
                "jink: image size: got 2000x10 with step 2000, wanted at most 1920x1080",
                () -> {
                    good();
                    describe(2000, 10, 2000, "mono8");
                    images.publish(image);
                });
    }

    @Test
    @Order(10)
    void shouldRefuseASizeThatChangesInMidFlight() throws Exception {
        expect(
                "jink: image size: got 160x120 on /image_raw, wanted 320x240 as camera_info on"
                        + " /camera_info says",
                () -> {
                    good();
                    describe(160, 120, 160, "mono8");
                    images.publish(image);
                });
    }

    @Test
    @Order(11)
    void shouldRefuseAStampInTheFuture() throws Exception {
        expect(
                "in the future, wanted at most 5.0 ms: synchronise the clocks of camera and node",
                () -> {
                    good();
                    stamp(2000);
                    images.publish(image);
                });
    }

    @Test
    @Order(12)
    void shouldRefuseAStampThatStandsStill() throws Exception {
        expect(
                "ns twice, wanted a newer one: the camera driver repeats an image or its stamp",
                () -> {
                    images.publish(good());
                    sleep(20);
                    images.publish(image);
                });
    }

    @Test
    @Order(13)
    void shouldRefuseAStaleImage() throws Exception {
        good();
        expect(
                "ms on arrival, wanted less than 40.0 ms: shorten the way from the camera",
                () -> {
                    // Newer than all before it, so that its age is what is wrong with it.
                    sleep(1500);
                    describe(320, 240, 320, "mono8");
                    stamp(-1000);
                    images.publish(image);
                });
    }

    @Test
    @Order(14)
    void shouldSayThatNoImagesComeAnyMore() throws Exception {
        JsonNode figures = endAndRead();
        assertTrue(figures.get("silenceBrakes").asLong() > 0, figures::toString);
        assertEquals(
                figures.get("frames").asLong(),
                figures.get("acted").asLong()
                        + figures.get("braked").asLong()
                        + figures.get("superseded").asLong()
                        + figures.get("refused").asLong());
        assertTrue(figures.get("refusedReasons").get("no_camera_info").asLong() > 0);
        assertTrue(figures.get("refusedReasons").get("stamp_frozen").asLong() > 0);
        assertEquals(0, figures.get("missedDeadlines").asLong(), figures::toString);
        assertEquals(0, figures.get("faults").asLong(), figures::toString);
    }

    private static JsonNode endAndRead() throws Exception {
        sleep(1000);
        assertEquals(0, run.end());
        return run.figures();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
