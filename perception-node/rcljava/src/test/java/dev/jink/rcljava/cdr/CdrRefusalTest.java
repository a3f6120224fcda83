package dev.jink.rcljava.cdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.Samples;

import org.junit.jupiter.api.Test;

import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class CdrRefusalTest {
    private static final int MUTATIONS = 100_000;

    private final MemorySegment payload = Arena.ofAuto().allocate(1 << 14);
    private final CdrReader reader = new CdrReader();

    @Test
    void shouldSayWhatIsMissingWhenTruncated() {
        int length = encode(new Samples(1).twistStamped());
        geometry_msgs.msg.TwistStamped got = new geometry_msgs.msg.TwistStamped();
        for (int kept = 0; kept < length; kept++) {
            got.decode(reader.over(payload, kept));
            assertTrue(
                    reader.refusal()
                            .matches(
                                    ("truncated: got %d bytes, wanted at least \\d+|string: got a"
                                                    + " count of \\d+, but only \\d+ bytes follow")
                                            .formatted(kept)),
                    kept + ": " + reader.refusal());
        }
        got.decode(reader.over(payload, length));
        assertNull(reader.refusal());
    }

    @Test
    void shouldRefuseOtherEncapsulations() {
        encode(new Samples(1).header());
        payload.set(ValueLayout.JAVA_BYTE, 1, (byte) 3);
        new std_msgs.msg.Header().decode(reader.over(payload, 100));
        assertEquals(
                "encapsulation: got 0x0003, wanted 0x0000 or 0x0001 (plain CDR)", reader.refusal());
    }

    @Test
    void shouldRefuseMoreDataThanThereIsRoomFor() {
        int length = encode(new Image().setData(new byte[101]));
        Image small = new Image();
        small.setData(OffHeapBytes.allocate(100));
        small.decode(reader.over(payload, length));
        assertEquals("oversized: got 101 bytes of data, wanted at most 100", reader.refusal());
    }

    @Test
    void shouldRefuseStringsWithoutNul() {
        CdrWriter out = new CdrWriter(payload);
        out.text("abc");
        payload.set(ValueLayout.JAVA_BYTE, out.lengthBytes() - 1, (byte) 'd');
        reader.over(payload, out.lengthBytes()).text();
        assertEquals("string at byte 8: its 4 bytes do not end in NUL", reader.refusal());
    }

    @Test
    void shouldRefuseLyingCountsBeforeAllocating() {
        CdrWriter out = new CdrWriter(payload);
        out.int32(0x7FFFFFFF);
        reader.over(payload, out.lengthBytes()).floats(dev.jink.rcljava.Floats.empty());
        assertEquals(
                "float sequence: got a count of 2147483647, but only 0 bytes follow",
                reader.refusal());
    }

    @Test
    void shouldSurviveAnyBytes() throws ReflectiveOperationException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<WireMessage> sources = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sources.addAll(new Samples(random.nextLong()).all());
        }
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            WireMessage source = sources.get(random.nextInt(sources.size()));
            int length = encode(source);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                payload.set(ValueLayout.JAVA_BYTE, random.nextInt(length), (byte) random.nextInt());
            }
            int kept = random.nextInt(4) == 0 ? random.nextInt(length + 1) : length;
            WireMessage got = source.getClass().getDeclaredConstructor().newInstance();
            makeRoom(got);
            got.decode(reader.over(payload, kept));
            if (reader.refusal() != null) {
                refused++;
            }
        }
        assertTrue(refused > MUTATIONS / 20, "refused " + refused);
    }

    @Test
    void shouldReadAGoodPayloadAfterARefusedOne() {
        reader.over(payload, 0);
        assertNotNull(reader.refusal());
        std_msgs.msg.Header sent = new Samples(3).header();
        std_msgs.msg.Header got = new std_msgs.msg.Header();
        got.decode(reader.over(payload, encode(sent)));
        assertEquals(sent, got);
    }

    private int encode(WireMessage message) {
        CdrWriter out = new CdrWriter(payload);
        message.encode(out);
        assertTrue(out.fits());
        return (int) out.lengthBytes();
    }

    private static void makeRoom(WireMessage message) {
        switch (message) {
            case Image image -> image.setData(OffHeapBytes.allocate(256));
            case CompressedImage image -> image.setData(OffHeapBytes.allocate(256));
            default -> {}
        }
    }
}
