package dev.jink.perception;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Watch;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;
import dev.jink.perception.sight.Detector;

import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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

    /** An active path that looks straight ahead through {@link #CAMERA}, with 50 ms a frame. */
    static Perception active(
            Detector detector,
            Links links,
            NanoClock clock,
            Consumer<Throwable> faults,
            Watch... duties) {
        Perception perception =
                new Perception(
                        PipelineSettings.of(
                                50, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults()),
                        detector,
                        links,
                        clock,
                        (command, sectors, distrust) -> {},
                        faults,
                        duties);
        perception.look(Eye.of(CAMERA, Mount.FORWARD, detector));
        perception.activate();
        return perception;
    }

    /** For tests in which nothing may go wrong. */
    static void fail(Throwable fault) {
        throw new AssertionError(fault);
    }

    /** Shows the path a picture that is taken now; it is not answered yet. */
    static void show(Perception perception, long nowNanos, SplittableRandom dice) {
        describe(perception.door(), nowNanos);
        Frame frame = perception.door().admit(nowNanos, nowNanos);
        paint(frame, dice);
        perception.door().commit(frame);
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
