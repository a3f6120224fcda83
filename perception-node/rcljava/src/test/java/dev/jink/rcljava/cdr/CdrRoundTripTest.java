package dev.jink.rcljava.cdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.Samples;

import geometry_msgs.msg.TwistStamped;

import org.junit.jupiter.api.Test;

import sensor_msgs.msg.Image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class CdrRoundTripTest {
    private final MemorySegment payload = Arena.ofAuto().allocate(1 << 16);
    private final CdrReader reader = new CdrReader();

    @Test
    void shouldReadBackWhatItWrote() {
        for (long seed = 0; seed < 300; seed++) {
            for (WireMessage sent : new Samples(seed).all()) {
                CdrWriter out = new CdrWriter(payload);
                sent.encode(out);
                WireMessage got = decoded(sent.getClass(), out.lengthBytes());
                assertEquals(sent, got, "seed " + seed + ", " + sent.getClass());
                assertEquals(sent.hashCode(), got.hashCode());
            }
        }
    }

    @Test
    void shouldLayOutTwistStampedByteForByte() {
        TwistStamped message = new TwistStamped();
        message.getHeader().setFrameId("base_link").getStamp().setSec(-2).setNanosec(0x01020304);
        message.getTwist().getLinear().setX(1.5);
        message.getTwist().getAngular().setZ(-2);
        CdrWriter out = new CdrWriter(payload);
        message.encode(out);
        String wanted =
                "00010000" // plain CDR, little-endian
                        + "feffffff" // sec
                        + "04030201" // nanosec
                        + "0a000000" // ten bytes with the NUL
                        + "626173655f6c696e6b00" // base_link
                        + "0000" // to offset 24 after the header
                        + "000000000000f83f" // linear.x
                        + "00000000000000000000000000000000"
                        + "00000000000000000000000000000000"
                        + "00000000000000c0"; // angular.z
        assertEquals(wanted, hex(out.lengthBytes()));
    }

    @Test
    void shouldReadBigEndianPayloads() {
        byte[] frame = "cam\0".getBytes(StandardCharsets.UTF_8);
        byte[] encoding = "mono8\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer b = payload.asByteBuffer().order(ByteOrder.BIG_ENDIAN);
        b.putInt(0x00000000).putInt(7).putInt(8).putInt(frame.length).put(frame);
        b.putInt(2).putInt(3).putInt(encoding.length).put(encoding).put((byte) 1);
        b.position(4 + (b.position() - 4 + 3 & ~3)).putInt(3).putInt(6);
        b.put(new byte[] {1, 2, 3, 4, 5, 6});
        Image got = new Image();
        got.setData(OffHeapBytes.allocate(6));
        got.decode(reader.over(payload, b.position()));
        assertNull(reader.refusal());
        assertEquals(7, got.getHeader().getStamp().getSec());
        assertEquals(8, got.getHeader().getStamp().getNanosec());
        assertEquals("cam", got.getHeader().getFrameId());
        assertEquals(2, got.getHeight());
        assertEquals(3, got.getWidth());
        assertEquals("mono8", got.getEncoding());
        assertEquals(1, got.getIsBigendian());
        assertEquals(3, got.getStep());
        assertEquals(
                java.util.List.of((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6),
                got.getData());
    }

    @Test
    void shouldGiveTheSameStringForTheSameText() {
        for (String text : new String[] {"", "camera", "kamera_ä"}) {
            CdrWriter out = new CdrWriter(payload);
            out.text(text);
            String first = reader.over(payload, out.lengthBytes()).text();
            assertEquals(text, first);
            assertSame(first, reader.over(payload, out.lengthBytes()).text());
        }
    }

    @Test
    void shouldTellTheRoomThatWasMissing() {
        Image image = new Image().setEncoding("mono8").setData(new byte[100]);
        CdrWriter out = new CdrWriter(payload.asSlice(0, 60));
        image.encode(out);
        assertEquals(false, out.fits());
        CdrWriter enough = new CdrWriter(payload.asSlice(0, out.lengthBytes()));
        image.encode(enough);
        assertEquals(true, enough.fits());
        assertEquals(out.lengthBytes(), enough.lengthBytes());
    }

    @Test
    void shouldCompareMessagesByContent() {
        assertEquals(new Samples(5).image(), new Samples(5).image());
        assertNotEquals(new Samples(5).image(), new Samples(6).image());
        assertNotEquals((Object) new Samples(5).image(), new Samples(5).laserScan());
    }

    private WireMessage decoded(Class<? extends WireMessage> type, long length) {
        try {
            WireMessage message = type.getDeclaredConstructor().newInstance();
            if (message instanceof Image image) {
                image.setData(OffHeapBytes.allocate(1024));
            } else if (message instanceof sensor_msgs.msg.CompressedImage image) {
                image.setData(OffHeapBytes.allocate(1024));
            }
            message.decode(reader.over(payload, length));
            assertNull(reader.refusal(), type.getName());
            return message;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private String hex(long length) {
        return HexFormat.of().formatHex(payload.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }
}
