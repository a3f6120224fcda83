package dev.jink.perception;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;

import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Cameras and controllers for tests that fly the whole path without ROS. */
final class Flights {
    static final CameraModel CAMERA = CameraModel.pinhole(320, 240, 160, 160, 159.5, 119.5);

    private Flights() {}

    /** A link that counts and keeps the last command. */
    static final class CountingLink implements ControllerLink {
        private final AtomicLong sent = new AtomicLong();
        private final Command last = new Command();

        @Override
        public synchronized void send(Command command) {
            last.set(command);
            sent.incrementAndGet();
        }

        long sent() {
            return sent.get();
        }

        synchronized Command last() {
            Command copy = new Command();
            copy.set(last);
            return copy;
        }
    }

    /** Describes a mono8 picture of {@link #CAMERA} at the door. */
    static Header describe(Door door, long stampNanos) {
        Header header = door.header();
        header.width = CAMERA.width();
        header.height = CAMERA.height();
        header.step = CAMERA.width();
        header.dataBytes = header.step * header.height;
        header.encoding = "mono8";
        header.frameId = "camera";
        header.stampNanos = stampNanos;
        return header;
    }

    /** Stripes that no two frames share. */
    static void paint(Frame frame, SplittableRandom dice) {
        for (long row = 0; row < frame.height(); row++) {
            frame.pixels()
                    .asSlice(row * frame.step(), frame.width())
                    .fill((byte) (row / 16 % 2 * 140 + 40));
        }
        for (int i = 0; i < 64; i++) {
            long at = dice.nextLong(frame.bytes() - Long.BYTES);
            frame.pixels().set(ValueLayout.JAVA_LONG_UNALIGNED, at, dice.nextLong());
        }
    }
}
