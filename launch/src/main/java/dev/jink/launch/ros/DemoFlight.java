package dev.jink.launch.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.sim.drone.TrackPoint;
import dev.jink.sim.ros.Flight;
import dev.jink.sim.ros.SimulatorNode;
import dev.jink.sim.ros.SimulatorSettings;
import dev.jink.sim.scene.Scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The demo's flight in the simulator, told in plain figures. One flight; belongs to one thread. */
public final class DemoFlight implements AutoCloseable {
    private static final double SLICE_M = 1.5;
    private static final double STEP_M = 0.2;
    private static final double HALF_WIDTH_M = 15;

    /** What is so at one picture. */
    public record Moment(
            TrackPoint where,
            double speed,
            double commandX,
            double commandYaw,
            double progressM,
            double closestM) {
        public double seconds() {
            return where.seconds();
        }

        /** For the live page. */
        public Map<String, Object> figures() {
            Map<String, Object> now = new LinkedHashMap<>();
            now.put("t", where.seconds());
            now.put("x", where.x());
            now.put("y", where.y());
            now.put("yaw", where.yawRad());
            now.put("progressM", progressM);
            now.put("closestM", closestM);
            now.put("collided", closestM <= 0);
            now.put("state", where.seconds() == 0 ? "hovering, waiting for the node" : "flying");
            return now;
        }
    }

    /** @param track [seconds, x, y, z, speed], ten a second */
    public record Result(
            long framesSent,
            long lateFrames,
            int collisions,
            boolean reachedGoal,
            double progressM,
            double closestM,
            double seconds,
            List<double[]> track) {}

    private final SimulatorSettings settings;
    private final SimulatorNode simulator;

    public DemoFlight(long seed, double limitSeconds, double speed, boolean straight) {
        settings = SimulatorSettings.demo(seed, limitSeconds, straight).withSpeed(speed);
        simulator = new SimulatorNode(settings, List.of());
    }

    /** The goal, [x, y] in the world frame, metres. */
    public double[] goal() {
        return new double[] {settings.forest().goalM(), 0};
    }

    /** A slice through the forest at the height it is flown at: dots [x, y, radius], metres. */
    public List<double[]> obstacles() {
        Scene scene = simulator.scene();
        List<double[]> dots = new ArrayList<>();
        for (double x = -2; x < settings.forest().goalM() + 4; x += STEP_M) {
            for (double y = -HALF_WIDTH_M; y < HALF_WIDTH_M; y += STEP_M) {
                if (scene.distance(x, y, SLICE_M) < STEP_M / 2) {
                    dots.add(new double[] {x, y, STEP_M * 0.6});
                }
            }
        }
        return dots;
    }

    /**
     * Waits for the first command and flies.
     *
     * @param watcher called after every picture on the camera's thread
     */
    public Result fly(Consumer<Moment> watcher) throws InterruptedException {
        Flight flight = simulator.fly(new Watch(watcher)::picture);
        List<double[]> track = new ArrayList<>();
        TrackPoint before = null;
        for (TrackPoint at : flight.track()) {
            track.add(new double[] {at.seconds(), at.x(), at.y(), at.z(), speed(before, at)});
            before = at;
        }
        return new Result(
                flight.frames(),
                flight.lateFrames(),
                flight.collisions(),
                flight.reachedGoal(),
                flight.progressM(),
                flight.closestM(),
                flight.seconds(),
                track);
    }

    private static double speed(TrackPoint before, TrackPoint at) {
        if (before == null || at.seconds() <= before.seconds()) {
            return 0;
        }
        double dx = at.x() - before.x();
        double dy = at.y() - before.y();
        double dz = at.z() - before.z();
        return Math.sqrt(dx * dx + dy * dy + dz * dz) / (at.seconds() - before.seconds());
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static final class Watch {
        private final Consumer<Moment> watcher;
        private TrackPoint before;

        Watch(Consumer<Moment> watcher) {
            this.watcher = watcher;
        }

        void picture(
                TrackPoint where,
                Command obeyed,
                double progressM,
                double closestM,
                byte[] grey,
                int width,
                int height) {
            double speed = speed(before, where);
            before = where;
            watcher.accept(
                    new Moment(where, speed, obeyed.vx, obeyed.yawRate, progressM, closestM));
        }
    }
}
