package dev.jink.launch.ros;

import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import std_msgs.msg.Header;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Makes malformed payloads of what the node listens to. Each is broken in something that carries weight, so that none
 * of them may ever count: cut off, of another encapsulation, of lying lengths, random bytes, or a message whose numbers
 * can't be: not finite, of no size, of another camera's, from another hour.
 */
final class Mutant {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int LARGEST = WIDTH * HEIGHT + 256;
    // In each of the four the first field is the header: stamp, then the length of frame_id.
    private static final int FRAME_ID_LENGTH_AT = 12;
    private static final double[] NUMBERS = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    private final SplittableRandom dice;
    private final byte[] scratch = new byte[LARGEST];
    private final byte[] small = new byte[512];
    private final byte[] whole = new byte[WIDTH * HEIGHT];

    Mutant(long seed) {
        dice = new SplittableRandom(seed);
        dice.nextBytes(whole);
    }

    /** A malformed image. */
    byte[] image() {
        Image image = new Image().setWidth(WIDTH).setHeight(HEIGHT).setStep(WIDTH);
        image.setEncoding("mono8");
        stamp(image.getHeader(), 0);
        switch (dice.nextInt(12)) {
            case 0 -> image.setWidth(dice.nextInt()).setData(small);
            case 1 -> image.setHeight(dice.nextInt()).setData(small);
            case 2 -> image.setStep(dice.nextInt()).setData(small);
            case 3 -> image.setEncoding(text()).setData(small);
            case 4 -> image.setData(Arrays.copyOf(small, dice.nextInt(small.length)));
            // Sound in itself, but of another camera.
            case 5 ->
                    image.setWidth(16).setHeight(8).setStep(16).setData(Arrays.copyOf(small, 128));
            case 6 -> image.setWidth(0).setData(small);
            case 7 -> {
                if (dice.nextInt(10) == 0) {
                    // Sound and of this camera, but from another hour; large, so not often.
                    image.setData(whole);
                    stamp(image.getHeader(), (dice.nextBoolean() ? 1 : -1) * dice.nextInt(2, 7200));
                } else {
                    image.setHeight(-1).setData(small);
                }
            }
            default -> {
                image.setData(small);
                return broken(image);
            }
        }
        return encoded(image);
    }

    /** A malformed camera_info. */
    byte[] cameraInfo() {
        CameraInfo info = new CameraInfo().setWidth(WIDTH).setHeight(HEIGHT);
        stamp(info.getHeader(), 0);
        info.setDistortionModel("plumb_bob").setD(new double[5]);
        double[] k = {160, 0, 159.5, 0, 160, 119.5, 0, 0, 1};
        switch (dice.nextInt(6)) {
            case 0 -> k[new int[] {0, 2, 4, 5}[dice.nextInt(4)]] = notFinite();
            case 1 -> k[dice.nextBoolean() ? 0 : 4] = -dice.nextDouble() * 200;
            case 2 -> info.setWidth(0);
            case 3 -> info.setDistortionModel(text());
            case 4 -> info.setD(new double[] {notFinite(), 0, 0, 0, 0});
            default -> {
                info.setK(k);
                return broken(info);
            }
        }
        info.setK(k);
        return encoded(info);
    }

    /** Malformed odometry that says the drone stands. */
    byte[] odometry() {
        Odometry odometry = new Odometry();
        stamp(odometry.getHeader(), 0);
        odometry.getPose().getPose().getOrientation().setW(1);
        switch (dice.nextInt(4)) {
            case 0 -> odometry.getPose().getPose().getPosition().setX(notFinite());
            case 1 -> odometry.getPose().getPose().getOrientation().setW(0);
            case 2 -> odometry.getTwist().getTwist().getLinear().setY(notFinite());
            default -> {
                return broken(odometry);
            }
        }
        return encoded(odometry);
    }

    /** A malformed wish to fly at the highest speed. */
    byte[] wish() {
        TwistStamped twist = new TwistStamped();
        stamp(twist.getHeader(), 0);
        twist.getTwist().getLinear().setX(20);
        if (dice.nextBoolean()) {
            return broken(twist);
        }
        twist.getTwist().getLinear().setZ(notFinite());
        return encoded(twist);
    }

    private byte[] broken(WireMessage message) {
        byte[] payload = encoded(message);
        switch (dice.nextInt(4)) {
            // The wire pads payloads to four bytes: fewer missing ones can go unseen.
            case 0 -> {
                return Arrays.copyOf(payload, 4 + dice.nextInt(payload.length - 7));
            }
            case 1 -> payload[1] = (byte) dice.nextInt(2, 256);
            case 2 -> {
                // Never a length that padding could hide.
                payload[FRAME_ID_LENGTH_AT + 1 + dice.nextInt(3)] = (byte) dice.nextInt(1, 256);
            }
            default -> {
                byte[] noise = new byte[dice.nextInt(4, 300)];
                dice.nextBytes(noise);
                noise[0] = 0;
                noise[1] = (byte) dice.nextInt(2);
                return noise;
            }
        }
        return payload;
    }

    private byte[] encoded(WireMessage message) {
        CdrWriter cdr = new CdrWriter(MemorySegment.ofArray(scratch));
        message.encode(cdr);
        return Arrays.copyOf(scratch, (int) cdr.lengthBytes());
    }

    private double notFinite() {
        return NUMBERS[dice.nextInt(NUMBERS.length)];
    }

    private String text() {
        char[] letters = new char[dice.nextInt(1, 40)];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) dice.nextInt('!', 'A');
        }
        return new String(letters);
    }

    private static void stamp(Header header, int offsetSeconds) {
        Instant now = Instant.now();
        header.getStamp()
                .setSec((int) now.getEpochSecond() + offsetSeconds)
                .setNanosec(now.getNano());
        header.setFrameId("mutant");
    }
}
