package dev.jink.launch;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.bag.Bag;
import dev.jink.launch.bag.BagMessage;
import dev.jink.launch.ros.RecordedCamera;
import dev.jink.launch.ros.RecordedRoles;
import dev.jink.launch.ros.RecordedRoles.MadeUp;
import dev.jink.launch.ros.RecordedRoles.Role;
import dev.jink.sim.command.UsageException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A rosbag2 recording at its recorded timing, or faster. Stamps are those of the replay: the node judges age by its own
 * clock, and a picture of last week would be refused.
 */
final class PlayedBag implements Recording {
    private static final int GREETINGS = 20;
    private static final long GREETING_NANOS = 50_000_000L;

    private final Path path;
    private final RecordedRoles roles;
    private final double faster;
    private final MadeUp madeUp;
    private final RecordedRoles.Size size;
    private final List<BagMessage> greetings = new ArrayList<>();
    private final String description;

    /**
     * @param faster 1 = as recorded
     * @param speedMps wanted straight on, if the recording doesn't tell
     * @param cameras the camera of pictures of a width and height, if the recording doesn't tell
     * @throws UsageException in one line, when it can't be played
     */
    PlayedBag(
            Path path,
            RecordedRoles roles,
            double faster,
            double speedMps,
            BiFunction<Integer, Integer, CameraModel> cameras) {
        this.path = path;
        this.roles = roles;
        this.faster = faster;
        BagMessage first = null;
        int pictures = 0;
        long begin = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        Set<String> met = new HashSet<>();
        try (Bag bag = Bag.open(path)) {
            for (BagMessage m = bag.next(roles.topics()); m != null; m = bag.next(roles.topics())) {
                if (roles.isPicture(m)) {
                    first = first == null ? m : first;
                    pictures++;
                } else if (met.add(m.topic().name())) {
                    greetings.add(m);
                }
                begin = Math.min(begin, m.nanos());
                end = Math.max(end, m.nanos());
            }
        }
        if (first == null) {
            throw new UsageException(
                    "bag %s: got no picture on %s, wanted at least one; name another topic"
                            .formatted(path, roles.describe()));
        }
        size = roles.size(first);
        double seconds = (end - begin) / 1e9;
        CameraModel camera =
                roles.has(Role.INFO) ? null : cameras.apply(size.width(), size.height());
        madeUp = new MadeUp(camera, speedMps, pictures > 1 ? seconds / (pictures - 1) : 0);
        description =
                "%s: %d pictures in %.1f s, %s%s"
                        .formatted(
                                path,
                                pictures,
                                seconds,
                                roles.describe(),
                                faster == 1 ? "" : ", %.3g times as fast".formatted(faster));
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public List<String> parameters() {
        return roles.has(Role.COMPRESSED)
                ? List.of("-p", "image_transport:=compressed")
                : List.of();
    }

    @Override
    public void play(RecordedCamera camera, Walk walk) {
        for (int i = 0; i < GREETINGS; i++) {
            greetings.forEach(m -> camera.publish(roles, m, madeUp));
            if (madeUp.camera() != null) {
                camera.publishContext(madeUp.camera(), madeUp.speedMps(), 0);
            }
            Recording.pauseUntil(System.nanoTime() + GREETING_NANOS);
        }
        try (Bag bag = Bag.open(path)) {
            long started = System.nanoTime();
            long begin = Long.MIN_VALUE;
            for (BagMessage m = bag.next(roles.topics()); m != null; m = bag.next(roles.topics())) {
                begin = begin == Long.MIN_VALUE ? m.nanos() : begin;
                Recording.pauseUntil(started + Math.round((m.nanos() - begin) / faster));
                long stamp = camera.publish(roles, m, madeUp);
                if (stamp != 0) {
                    walk.sent("%.3f s".formatted((m.nanos() - begin) / 1e9), stamp);
                }
            }
        }
    }
}
