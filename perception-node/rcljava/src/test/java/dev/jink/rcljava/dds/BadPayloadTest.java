package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.TestDomain;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.Limits;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.subscription.Subscription;

import sensor_msgs.msg.Image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BooleanSupplier;

/** What another participant may send us, good or bad: none of it is fatal. */
@Timeout(60)
class BadPayloadTest {
    private static final int MAX_IMAGE_BYTES = 200_000;
    private static final int LARGEST_SENT_BYTES = 4_000_000;
    private static final QoSProfile QOS = QoSProfile.keepLast(1);

    private Node node;
    private Subscription<Image> in;
    private DdsParticipant sender;
    private DdsWriter out;
    private int lastWidth;

    @BeforeEach
    void join() {
        TestDomain.use();
        System.setProperty(Limits.MAX_IMAGE, Integer.toString(MAX_IMAGE_BYTES));
        RCLJava.rclJavaInit();
        node = RCLJava.createNode("eye");
        in = node.createSubscription(Image.class, "image_raw", i -> lastWidth = i.getWidth(), QOS);
        sender = DdsParticipant.open(DdsSettings.ofProcess());
        out =
                sender.writer(
                        "rt/image_raw", "sensor_msgs::msg::dds_::Image_", LARGEST_SENT_BYTES, QOS);
        await(() -> out.matched() == 1 && in.getPublisherCount() == 1);
    }

    @AfterEach
    void leave() {
        out.close();
        sender.close();
        RCLJava.shutdown();
        System.clearProperty(Limits.MAX_IMAGE);
    }

    @Test
    void shouldRefuseImagesAboveTheLimitAndSayWhy() {
        send(image(1, MAX_IMAGE_BYTES + 1));
        await(() -> in.getTransportStats().refused() == 1);
        assertEquals(
                "oversized: got 200001 bytes of data, wanted at most 200000",
                in.getTransportStats().lastRefusal());
        shouldStillReceive();
    }

    @Test
    void shouldOutliveImagesLargerThanTheLibrarysBuffer() {
        // With another history memory policy the native library copies these over the end of the
        // binding's buffer, and the process dies.
        for (int i = 0; i < 20; i++) {
            send(image(1, 1_000_000 + i * 100_000));
        }
        shouldStillReceive();
        assertEquals(1, in.getTransportStats().received());
    }

    @Test
    void shouldRefuseTruncatedImagesOfAnyLength() {
        byte[] whole = image(1, 100);
        int refused = 0;
        // The wire pads payloads to four bytes, so at most three missing ones can go unseen.
        for (int kept = 4; kept <= whole.length - 4; kept += 4) {
            send(java.util.Arrays.copyOf(whole, kept));
            int wanted = ++refused;
            await(() -> in.getTransportStats().refused() == wanted);
            assertTrue(
                    in.getTransportStats().lastRefusal().matches("truncated: .*|.*: got a count.*"),
                    in.getTransportStats().lastRefusal());
        }
        shouldStillReceive();
    }

    @Test
    void shouldRefuseOtherEncodings() {
        byte[] payload = image(1, 100);
        payload[1] = 7;
        send(payload);
        await(() -> in.getTransportStats().refused() == 1);
        assertTrue(
                in.getTransportStats().lastRefusal().startsWith("encapsulation: got 0x0007"),
                in.getTransportStats().lastRefusal());
        shouldStillReceive();
    }

    @Test
    void shouldRefuseGarbage() {
        java.util.Random random = new java.util.Random(5);
        for (int i = 1; i <= 50; i++) {
            byte[] payload = new byte[4 + random.nextInt(1000)];
            random.nextBytes(payload);
            payload[0] = 0;
            payload[1] = 1;
            send(payload);
            int wanted = i;
            await(
                    () ->
                            in.getTransportStats().refused() + in.getTransportStats().received()
                                    == wanted);
        }
        assertTrue(in.getTransportStats().refused() > 40);
        shouldStillReceive();
    }

    private void shouldStillReceive() {
        send(image(99, 1000));
        await(
                () -> {
                    RCLJava.spinSome(node);
                    return lastWidth == 99;
                });
    }

    private static byte[] image(int width, int bytes) {
        byte[] payload = new byte[LARGEST_SENT_BYTES];
        CdrWriter cdr = new CdrWriter(MemorySegment.ofArray(payload));
        new Image()
                .setHeight(1)
                .setWidth(width)
                .setEncoding("mono8")
                .setStep(bytes)
                .setData(new byte[bytes])
                .encode(cdr);
        return java.util.Arrays.copyOf(payload, (int) cdr.lengthBytes());
    }

    private void send(byte[] payload) {
        out.write(
                buffer -> {
                    MemorySegment.copy(
                            payload, 0, buffer, ValueLayout.JAVA_BYTE, 0, payload.length);
                    return payload.length;
                });
    }

    private static void await(BooleanSupplier done) {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < 20_000_000_000L, "waited 20 s in vain");
            Thread.onSpinWait();
        }
    }
}
