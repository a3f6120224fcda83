package dev.jink.perception.control.mavlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class InboxTest {
    private static final long EPOCH_2026 = 1_767_225_600_000_000_000L;
    private static final long NOW = 4018L * 86_400 * 100_000;
    private static final byte[] BEAT = {0, 0, 0, 0, 2, 12, 81, 4, 3};
    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY = new byte[32];

    static {
        Arrays.fill(KEY, (byte) 0x42);
        Arrays.fill(OTHER_KEY, (byte) 0x43);
    }

    private final TestClock clock = new TestClock(0);
    private final Recorded wire = new Recorded();
    private final MavlinkLink open = link(null);
    private final MavlinkLink signed = link(KEY);

    private MavlinkLink link(byte[] key) {
        return new MavlinkLink(
                wire,
                clock,
                () -> EPOCH_2026 + clock.nanos(),
                1,
                key == null ? null : new MavlinkKey(key),
                1,
                12);
    }

    private static byte[] beat(int system, int component, byte[] key, int link, long stamp)
            throws Exception {
        return ByteParser.frame(9, system, component, 0, BEAT, 50, key, link, stamp);
    }

    private static void hear(MavlinkLink link, byte[]... frames) {
        for (byte[] frame : frames) {
            link.listen(frame, frame.length);
        }
    }

    private static void assertRefused(String why, MavlinkLink link, byte[] frame) {
        long beats = link.heartbeats();
        long refused = link.refused();
        hear(link, frame);
        assertEquals(beats, link.heartbeats(), why);
        assertEquals(refused + 1, link.refused(), why);
        assertEquals(why, link.lastRefusal());
    }

    @Test
    void shouldHearTheVehiclesHeartbeatAndForgetItWithTime() throws Exception {
        assertFalse(open.isHeard(1_000_000_000L));
        hear(open, beat(1, 1, null, 0, 0));
        assertEquals(1, open.heartbeats());
        assertTrue(open.isHeard(1_000_000_000L));
        clock.advanceMs(1000);
        assertTrue(open.isHeard(1_000_000_000L));
        clock.advanceMs(1);
        assertFalse(open.isHeard(1_000_000_000L));
    }

    @Test
    void shouldPassOverOthersAndWhatIsNotAHeartbeat() throws Exception {
        hear(open, beat(2, 1, null, 0, 0), beat(1, 191, null, 0, 0));
        hear(open, ByteParser.frame(0, 1, 1, 30, new byte[28], 39, null, 0, 0));
        assertEquals(0, open.heartbeats());
        assertEquals(0, open.refused());
    }

    @Test
    void shouldReadEveryFrameOfADatagram() throws Exception {
        byte[] one = beat(1, 1, null, 0, 0);
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        hear(open, two);
        assertEquals(2, open.heartbeats());
    }

    @Test
    void shouldRefuseAWrongChecksum() throws Exception {
        byte[] bad = beat(1, 1, null, 0, 0);
        bad[14] ^= 1;
        assertRefused("a heartbeat with a wrong checksum", open, bad);
    }

    @Test
    void shouldRefuseWhatIsTornOrOfAnotherVersion() throws Exception {
        byte[] whole = beat(1, 1, null, 0, 0);
        for (int length = 1; length < whole.length; length++) {
            assertRefused(
                    "a frame that is torn or of another protocol version",
                    open,
                    Arrays.copyOf(whole, length));
        }
        byte[] first = whole.clone();
        first[0] = (byte) 0xFE;
        assertRefused("a frame that is torn or of another protocol version", open, first);
        byte[] unknownFlag = whole.clone();
        unknownFlag[2] = 2;
        assertRefused("a frame that is torn or of another protocol version", open, unknownFlag);
    }

    @Test
    void shouldAcceptOnlySignedFramesWhenAKeyIsSet() throws Exception {
        assertRefused("an unsigned frame, though a key is set", signed, beat(1, 1, null, 0, 0));
        assertRefused("a signature made with another key", signed, beat(1, 1, OTHER_KEY, 0, NOW));
        hear(signed, beat(1, 1, KEY, 0, NOW));
        assertEquals(1, signed.heartbeats());
    }

    @Test
    void shouldRefuseAnyChangeToASignedFrame() throws Exception {
        byte[] whole = beat(1, 1, KEY, 0, NOW);
        for (int bit = 16; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            hear(signed, changed);
            assertEquals(0, signed.heartbeats(), "bit " + bit);
        }
    }

    @Test
    void shouldRefuseAReplayedFrame() throws Exception {
        byte[] once = beat(1, 1, KEY, 0, NOW + 5);
        hear(signed, once);
        assertRefused("a signature older than the last", signed, once);
        assertRefused("a signature older than the last", signed, beat(1, 1, KEY, 0, NOW + 4));
        hear(signed, beat(1, 1, KEY, 0, NOW + 6));
        assertEquals(2, signed.heartbeats());
    }

    @Test
    void shouldRefuseAStrangersFrameOlderThanAMinute() throws Exception {
        assertRefused(
                "a signature older than the last", signed, beat(1, 1, KEY, 0, NOW - 6_000_001));
        hear(signed, beat(1, 1, KEY, 0, NOW - 6_000_000));
        assertEquals(1, signed.heartbeats());
    }

    @Test
    void shouldKeepSendersApartAndTheirNumberSmall() throws Exception {
        for (int link = 0; link < 16; link++) {
            hear(signed, beat(1, 1, KEY, link, NOW));
        }
        assertEquals(16, signed.heartbeats());
        assertRefused("a seventeenth sender", signed, beat(1, 1, KEY, 16, NOW));
    }

    @Test
    void shouldCatchUpWithTheControllersClock() throws Exception {
        long ahead = NOW + 86_400L * 100_000;
        hear(signed, beat(1, 1, KEY, 0, ahead));
        signed.send(new Command());
        assertEquals(ahead + 1, ByteParser.read(wire.last(), 143, 53, KEY).stamp());
    }

    @Test
    void shouldSurviveAnyBytes() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom dice = new SplittableRandom(seed);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[dice.nextInt(320)];
            dice.nextBytes(bytes);
            if (bytes.length > 2 && dice.nextBoolean()) {
                bytes[0] = (byte) 0xFD;
                bytes[2] = (byte) dice.nextInt(2);
            }
            hear(signed, bytes);
            hear(open, bytes);
        }
        assertEquals(0, signed.heartbeats());
    }
}
