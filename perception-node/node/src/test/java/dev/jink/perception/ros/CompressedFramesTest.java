package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jink.perception.TestModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import javax.imageio.ImageIO;

/** A camera that sends files instead of pixels, some of them broken. */
class CompressedFramesTest {
    private static final int DOMAIN = 73; // as the module's pom sets it for this JVM
    private static final int EACH = 20;

    @TempDir private Path folder;

    @Test
    void shouldActOnJpegAndPngAndRefuseWhatCanNotBeDecoded() throws Exception {
        TestModel.write(folder);
        Context context = RCLJava.createContext();
        context.init();
        try (NodeRun run =
                NodeRun.start(
                        DOMAIN,
                        folder,
                        "--ros-args",
                        "-p",
                        "image_transport:=compressed",
                        "-p",
                        "budget_ms:=900.0",
                        "-p",
                        "require_odometry:=false")) {
            Node camera = RCLJava.createNode("file_camera", "", context);
            QoSProfile newest = QoSProfile.keepLast(1);
            Publisher<CompressedImage> images =
                    camera.createPublisher(CompressedImage.class, "image_raw/compressed", newest);
            Publisher<CameraInfo> infos =
                    camera.createPublisher(CameraInfo.class, "camera_info", newest);
            run.await("jink: active after");
            run.await("camera_info: 320x240", () -> infos.publish(calibration()));

            for (int i = 0; i < EACH; i++) {
                send(images, "jpeg", file("jpg", i));
                send(images, "png", file("png", EACH + i));
            }
            byte[] half = file("jpg", 3 * EACH);
            run.await(
                    "jpeg or png",
                    () -> send(images, "jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3}));
            send(images, "png", java.util.Arrays.copyOf(file("png", 4 * EACH), half.length / 9));
            send(images, "jpeg", half);

            assertEquals(0, run.end());
            JsonNode figures = run.figures();
            assertTrue(figures.get("acted").asLong() > EACH, figures::toString);
            assertTrue(
                    figures.get("refusedReasons").get("undecodable").asLong() > 0,
                    figures::toString);
            assertEquals(0, figures.get("missedDeadlines").asLong(), figures::toString);
            assertEquals(0, figures.get("faults").asLong(), figures::toString);
        } finally {
            context.shutdown();
        }
    }

    private static void send(Publisher<CompressedImage> images, String format, byte[] file) {
        CompressedImage image = new CompressedImage().setFormat(format).setData(file);
        Instant now = Instant.now();
        Stamps.set(
                image.getHeader().getStamp(),
                now.getEpochSecond() * 1_000_000_000L + now.getNano());
        images.publish(image);
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] file(String format, int seed) {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                picture.getRaster().setSample(x, y, 0, (x / 20 * 14 + y / 16 * 9 + 5 * seed) & 255);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertTrue(ImageIO.write(picture, format, out), format);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static CameraInfo calibration() {
        return new CameraInfo()
                .setWidth(320)
                .setHeight(240)
                .setDistortionModel("plumb_bob")
                .setD(new double[5])
                .setK(new double[] {160, 0, 159.5, 0, 160, 119.5, 0, 0, 1})
                .setR(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    }
}
