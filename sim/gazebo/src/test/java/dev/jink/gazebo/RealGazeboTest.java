package dev.jink.gazebo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.gazebo.flight.GazeboKind;
import dev.jink.gazebo.link.Gazebo;
import dev.jink.gazebo.link.LockStep;
import dev.jink.gazebo.world.CameraRig;
import dev.jink.gazebo.world.WorldFolder;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.camera.Viewpoints;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;
import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Trial;
import dev.jink.sim.trial.TrialSettings;
import dev.jink.sim.trial.Witness;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** In a real gzserver, where {@code sim/gazebo/setup} has been run; a few seconds each. */
class RealGazeboTest extends RealGazebo {
    private static Flown straight(long seed) throws Exception {
        TrialSettings settings = TrialSettings.demo(3).withLimit(20);
        try (Trial trial =
                new Trial(
                        settings,
                        Pilot.STRAIGHT,
                        null,
                        new GazeboKind().open(settings),
                        Witness.NONE)) {
            return trial.run(seed);
        }
    }

    @Test
    void shouldMeetTheTreeInTheWayAndRepeatTheFlightExactly() throws Exception {
        Flown first = straight(7);
        assertTrue(first.collided(), first.toString());
        assertTrue(first.closestM() <= 0);
        assertTrue(first.progressM() > 8 && first.progressM() < 30, first.toString());
        assertEquals(first, straight(7));
    }

    /** Two renderers of one scene: ours, exact, and Gazebo's over its meshes. */
    @Test
    void shouldSeeTheSameRangesAsOurOwnRenderer() throws Exception {
        CameraRig rig = CameraRig.flight().withDepth(true);
        Renderer own = new Renderer(CameraRays.of(rig.model()));
        Shot shot = new Shot(rig.width(), rig.height());
        for (SceneKind kind : List.of(SceneKind.FOREST, SceneKind.ROOM)) {
            Scene scene = solid(Scenes.generate(kind, 3));
            Viewpoints views = new Viewpoints(scene, 3);
            Pose start = next(views, scene);
            Gazebo.Start how =
                    new Gazebo.Start(WorldFolder.classic(), 3, rig.width(), rig.height(), true);
            try (Gazebo gazebo =
                    Gazebo.start(
                            FOLDER,
                            at ->
                                    WorldFolder.write(
                                            at, scene, start, DroneSettings.defaults(), rig),
                            how)) {
                LockStep link = gazebo.lockStep();
                link.settle(start, CameraRig.STEP_SECONDS, rig.stepsPerFrame());
                for (Pose view : List.of(start, next(views, scene), next(views, scene))) {
                    link.place(view, 3 * rig.stepsPerFrame(), true);
                    own.ranges(scene, view, shot);
                    assertAgrees(kind + " " + view, rig, link, shot);
                }
            }
        }
    }

    /** A view that the drone's sphere has room at: where it touches, physics pushes it away. */
    private static Pose next(Viewpoints views, Scene scene) {
        Pose view = views.next();
        while (view.z() < 0.4 || scene.distance(view.x(), view.y(), view.z()) < 0.4) {
            view = views.next();
        }
        return view;
    }

    /** Without foliage: our own has holes that one looks through, Gazebo's has none. */
    private static Scene solid(Scene scene) {
        return new Scene(
                scene.kind(),
                scene.primitives().stream().filter(p -> p.material().porosity() == 0).toList(),
                scene.ground(),
                scene.ceiling(),
                scene.ceilingM(),
                scene.light(),
                scene.region());
    }

    /** Half of the pixels within 2 cm, nine tenths within 5 % or 10 cm: outlines differ. */
    private static void assertAgrees(String what, CameraRig rig, LockStep link, Shot shot) {
        List<Double> off = new ArrayList<>();
        int far = 0;
        for (int i = 0; i < rig.width() * rig.height(); i++) {
            double right = (i % rig.width() - (rig.width() - 1) / 2.0) / rig.focalPx();
            double down = (i / rig.width() - (rig.height() - 1) / 2.0) / rig.focalPx();
            double along = Math.sqrt(1 + right * right + down * down);
            double range = shot.rangeM()[i];
            if (range / along < rig.farM() - 1) {
                double error = Math.abs(link.depthM(i) * along - range);
                off.add(error / Math.max(1, 0.5 * range));
            } else {
                far++;
            }
        }
        double[] sorted = off.stream().mapToDouble(d -> d).sorted().toArray();
        assertTrue(sorted.length + far == rig.width() * rig.height() && sorted.length > 1000, what);
        assertTrue(
                sorted[sorted.length / 2] < 0.02, what + ": median " + sorted[sorted.length / 2]);
        double most = sorted[sorted.length * 9 / 10];
        assertTrue(most < 0.1, what + ": nine tenths " + most);
    }

    @Test
    void shouldPassGazebosOwnCheckOfItsWorlds() throws Exception {
        CameraRig rig = CameraRig.flight().withDepth(true);
        for (SceneKind kind : SceneKind.values()) {
            Scene scene = Scenes.generate(kind, 9);
            Path world = FOLDER.root().resolve("tmp/jink-check-" + kind);
            WorldFolder.write(
                    world, scene, Pose.of(0, 0, 1, 0, 0, 0), DroneSettings.defaults(), rig);
            Process check =
                    new ProcessBuilder(
                                    "chroot",
                                    FOLDER.root().toString(),
                                    "gz",
                                    "sdf",
                                    "--check",
                                    "/tmp/jink-check-" + kind + "/" + WorldFolder.classic())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, check.waitFor(), said);
            assertTrue(said.contains("Check complete"), said);
        }
    }

    @Test
    void shouldSayWhatGazeboSaidWhenItDoesNotStart() {
        IOException refused =
                assertThrows(
                        IOException.class,
                        () ->
                                Gazebo.start(
                                        FOLDER,
                                        at -> Files.writeString(at.resolve("broken.world"), "<sdf"),
                                        new Gazebo.Start("broken.world", 1, 320, 240, false)));
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        assertTrue(
                refused.getMessage()
                        .startsWith("gazebo: gzserver could not read broken.world; it said: "),
                refused.getMessage());
    }
}
