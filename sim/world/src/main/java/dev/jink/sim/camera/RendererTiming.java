package dev.jink.sim.camera;

import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long a picture takes, by {@link Renderer} and by {@link ReferenceRenderer} in turn. In
 * processor time of the thread, so that a busy machine counts little; the median of some rounds.
 */
final class RendererTiming {
    private static final int WARM_UP = 3;

    /**
     * @param pictures what was rendered
     * @param ms of one core for one picture
     * @param referenceMs the same, ray after ray
     */
    record Figures(String pictures, int width, int height, double ms, double referenceMs) {
        double perSecond() {
            return 1000 / ms;
        }

        double speedup() {
            return referenceMs / ms;
        }
    }

    private record View(Scene scene, Pose pose) {}

    private final int rounds;

    RendererTiming(int rounds) {
        this.rounds = rounds;
    }

    /** What a trial's drone sees on its way through forest courses. */
    Figures flight(long seed) {
        List<View> views = new ArrayList<>();
        for (int course = 0; course < 4; course++) {
            Scene scene = Forest.course(seed + course, ForestSettings.demo());
            for (int ahead = 0; ahead < 40; ahead += 5) {
                views.add(new View(scene, Pose.of(ahead, 0, 1.5, 0.1, 0.1, 0)));
            }
        }
        return measure("flights in a forest", CameraRays.of(FlightCamera.small()), views);
    }

    /** Views of all kinds of scenes at twice the network's resolution, as training renders them. */
    Figures training(long seed) {
        List<View> views = new ArrayList<>();
        for (SceneKind kind : SceneKind.values()) {
            for (int i = 0; i < 4; i++) {
                Scene scene = Scenes.generate(kind, seed + i);
                Pose pose = new Viewpoints(scene, seed + i).next();
                if (pose != null) {
                    views.add(new View(scene, pose));
                }
            }
        }
        CameraRays rays = CameraRays.pinhole(320, 240, 160, 160, 159.5, 119.5);
        return measure("frames to train on", rays, views);
    }

    private Figures measure(String pictures, CameraRays rays, List<View> views) {
        Renderer renderer = new Renderer(rays);
        ReferenceRenderer reference = new ReferenceRenderer(rays);
        Shot shot = new Shot(rays.width(), rays.height());
        double[] ms = new double[rounds];
        double[] referenceMs = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double fast = time(views, view -> renderer.render(view.scene, view.pose, shot));
            double slow = time(views, view -> reference.render(view.scene, view.pose, shot));
            if (round >= 0) {
                ms[round] = fast;
                referenceMs[round] = slow;
            }
        }
        return new Figures(pictures, rays.width(), rays.height(), median(ms), median(referenceMs));
    }

    private static double time(List<View> views, Consumer<View> render) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        views.forEach(render);
        return (clock.getCurrentThreadCpuTime() - began) / 1e6 / views.size();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
