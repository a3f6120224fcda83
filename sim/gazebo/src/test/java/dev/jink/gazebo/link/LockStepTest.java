package dev.jink.gazebo.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.camera.Pose;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;

/** Against a plugin of bytes: good ones, and what may come instead. */
class LockStepTest {
    private static final int WIDTH = 4;
    private static final int HEIGHT = 2;
    private static final int COLOUR = WIDTH * HEIGHT * 3;
    private static final int DEPTH = WIDTH * HEIGHT * 4;
    private static final int GOOD_BYTES =
            LockStep.REPLY_BYTES + 2 * LockStep.PICTURE_HEAD_BYTES + COLOUR + DEPTH;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private LockStep link(byte[] received) {
        return new LockStep(new ByteArrayInputStream(received), sent, WIDTH, HEIGHT, true);
    }

    /** A reply of 2 contacts at 1.25 s with both pictures. */
    private static ByteBuffer reply() {
        ByteBuffer b = ByteBuffer.allocate(GOOD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(LockStep.REPLY).putInt(2).putDouble(1.25);
        b.putDouble(1).putDouble(2).putDouble(3);
        b.putDouble(0.5).putDouble(-0.5).putDouble(0.5).putDouble(0.5);
        b.putDouble(4).putDouble(5).putDouble(6).putDouble(7).putDouble(8).putDouble(9);
        b.putDouble(1.25).putInt(WIDTH).putInt(HEIGHT).putInt(COLOUR);
        for (int i = 0; i < COLOUR; i++) {
            b.put((byte) i);
        }
        b.putDouble(1.25).putInt(WIDTH).putInt(HEIGHT).putInt(DEPTH);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            b.putFloat(i + 0.5f);
        }
        return b;
    }

    private State fly(LockStep link) throws IOException {
        return link.fly(1, 2, 3, 4, 5, 6, 8, true);
    }

    private String refusal(byte[] received) {
        return assertThrows(IOException.class, () -> fly(link(received))).getMessage();
    }

    @Test
    void shouldTellTheStateAndThePictures() throws IOException {
        LockStep link = link(reply().array());
        State state = fly(link);
        assertEquals(
                new State(1.25, new Pose(1, 2, 3, -0.5, 0.5, 0.5, 0.5), 4, 5, 6, 7, 8, 9, 2),
                state);
        assertEquals(23, link.colour()[23]);
        assertEquals(7.5f, link.depthM(7));
    }

    @Test
    void shouldSendRequestsAsThePluginReadsThem() throws IOException {
        LockStep link = link(reply().array());
        fly(link);
        ByteBuffer expected = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        expected.put("JREQ".getBytes()).putInt(0).putInt(8).putInt(1);
        for (double v : new double[] {1, 2, 3, 4, 5, 6, 0}) {
            expected.putDouble(v);
        }
        assertArrayEquals(expected.array(), sent.toByteArray());
        sent.reset();
        assertThrows(IOException.class, () -> link.place(new Pose(1, 2, 3, 5, 6, 7, 4), 0, false));
        expected.clear().put("JREQ".getBytes()).putInt(1).putInt(0).putInt(0);
        for (double v : new double[] {1, 2, 3, 4, 5, 6, 7}) {
            expected.putDouble(v);
        }
        assertArrayEquals(expected.array(), sent.toByteArray());
    }

    @Test
    void shouldRefuseWhatIsNoReply() {
        byte[] other = reply().putInt(0, 0x12345678).array();
        assertEquals(
                "gazebo: got a reply that starts with 12345678, wanted 5045524a: is another version"
                        + " of the plugin loaded? run sim/gazebo/setup",
                refusal(other));
    }

    @Test
    void shouldRefuseAStateThatIsNoNumber() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            byte[] strange = reply().putDouble(8 + 8 * 2, bad).array();
            assertEquals(
                    "gazebo: got "
                            + bad
                            + " as number 2 of the drone's state, wanted a finite one: the physics"
                            + " has failed, fly another seed",
                    refusal(strange));
        }
    }

    @Test
    void shouldRefuseAPictureOfAnotherSizeBeforeReadingIt() {
        for (int bytes : new int[] {0, COLOUR - 1, COLOUR + 1, Integer.MAX_VALUE, -1}) {
            byte[] strange = reply().putInt(LockStep.REPLY_BYTES + 16, bytes).array();
            assertEquals(
                    "gazebo: got "
                            + Integer.toUnsignedString(bytes)
                            + " bytes of colour, wanted 24: is another version of the plugin"
                            + " loaded? run sim/gazebo/setup",
                    refusal(strange));
        }
        byte[] turned = reply().putInt(LockStep.REPLY_BYTES + 8, 2).array();
        assertEquals("gazebo: got a picture of 2x2, wanted 4x2", refusal(turned));
    }

    @Test
    void shouldRefuseAPictureOfAnotherMoment() {
        byte[] late = reply().putDouble(LockStep.REPLY_BYTES, 1.218).array();
        assertEquals(
                "gazebo: got a colour picture of 1.218 s at 1.25 s, wanted one of that moment: the"
                        + " renderer did not keep step",
                refusal(late));
        assertTrue(
                refusal(reply().putDouble(LockStep.REPLY_BYTES, Double.NaN).array())
                        .contains("picture of NaN s"));
    }

    @Test
    void shouldSayWhereAConnectionEnded() {
        byte[] good = reply().array();
        for (int length = 0; length < good.length; length++) {
            String message = refusal(java.util.Arrays.copyOf(good, length));
            assertTrue(message.endsWith("then the end: gzserver has gone"), message);
        }
        assertEquals(
                "gazebo: got 5 of 120 bytes of a reply, then the end: gzserver has gone",
                refusal(new byte[5]).replace("a reply that starts with 00000000", ""));
    }

    @Test
    void shouldGreetOnlyThePluginItStarted() throws IOException {
        ByteBuffer hello = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        hello.put("JGZ1".getBytes()).putLong(0x1234567890abcdefL);
        link(hello.array()).greet(0x1234567890abcdefL);
        assertEquals(
                "gazebo: got a hello with another token than the one that gzserver was given,"
                        + " wanted it: what has connected is not the plugin",
                assertThrows(IOException.class, () -> link(hello.array()).greet(1)).getMessage());
        hello.put(0, (byte) 'X');
        assertTrue(
                assertThrows(IOException.class, () -> link(hello.array()).greet(1))
                        .getMessage()
                        .startsWith("gazebo: got a hello that starts with "));
    }

    /** Bytes changed at random: either the reply is still a good one, or it is refused in one line. */
    @Test
    void shouldSurviveAnyBytes() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = reply().array();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            try {
                fly(link(random.nextBoolean() ? cut : bytes));
            } catch (IOException e) {
                refused++;
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            }
        }
        assertTrue(refused > 10_000, "refused " + refused);
    }

    @Test
    void shouldStartEveryFlightAtTheSameStepOfTheClock() throws IOException {
        for (int already : new int[] {3, 8, 160}) {
            ByteArrayOutputStream plugin = new ByteArrayOutputStream();
            ByteBuffer none =
                    ByteBuffer.wrap(java.util.Arrays.copyOf(reply().array(), 160))
                            .order(ByteOrder.LITTLE_ENDIAN);
            none.putDouble(8, already * 0.004).putInt(136, 0).putInt(156, 0);
            plugin.write(none.array());
            plugin.write(reply().array());
            sent.reset();
            link(plugin.toByteArray()).settle(Pose.of(0, 0, 1, 0, 0, 0), 0.004, 8);
            ByteBuffer second =
                    ByteBuffer.wrap(sent.toByteArray(), 72, 72)
                            .slice()
                            .order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(240, already + second.getInt(8));
            assertEquals(1, second.getInt(12));
        }
    }

    @Test
    void shouldSayHowToBringGazeboIn() {
        GazeboFolder none = new GazeboFolder(Path.of("/nowhere/gazebo"));
        assertEquals(
                "gazebo: got no Gazebo with Jink's plugin in /nowhere/gazebo, wanted one: run"
                        + " sim/gazebo/setup as root (about 4 minutes, 2 GB), or name its folder"
                        + " with JINK_GAZEBO",
                assertThrows(IllegalStateException.class, none::required).getMessage());
    }
}
