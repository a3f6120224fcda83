package dev.jink.gazebo.frames;

import dev.jink.gazebo.link.Gazebo;
import dev.jink.gazebo.link.GazeboFolder;
import dev.jink.gazebo.link.LockStep;
import dev.jink.gazebo.world.CameraRig;
import dev.jink.gazebo.world.WorldFolder;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Viewpoints;
import dev.jink.sim.command.UsageException;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code jink gazebo frames}: pictures for {@code jink eval}. */
@Command(
        name = "frames",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Writes seeded pictures of Gazebo's renderer with their true depth, as a folder that",
            "jink eval --data reads."
        })
public final class FramesCommand implements Callable<Integer> {
    /** Pictures until the renderer has followed a leap of the drone. */
    private static final int SETTLING = 3;

    @Option(names = "--count", defaultValue = "300", description = "pictures")
    private int count;

    @Option(names = "--per-world", defaultValue = "12", description = "pictures of one scene")
    private int perWorld;

    @Option(names = "--seed", defaultValue = "1", description = "of the first scene")
    private long seed;

    @Option(
            names = "--kind",
            description = "only this kind of scene: ${COMPLETION-CANDIDATES}; else all in turn")
    private SceneKind kind;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "new folder")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || perWorld < 1) {
            throw new UsageException(
                    "frames: got --count %d, --per-world %d, wanted 1 or more each"
                            .formatted(count, perWorld));
        }
        if (Files.isDirectory(output)) {
            try (Stream<Path> entries = Files.list(output)) {
                if (entries.findAny().isPresent()) {
                    throw new UsageException(
                            "frames: got the folder %s with files in it, wanted an empty or a new one"
                                    .formatted(output));
                }
            }
        }
        GazeboFolder gazebo = GazeboFolder.usual().required();
        CameraRig rig = CameraRig.flight().withDepth(true);
        FramePairs pairs = new FramePairs(output, rig);
        long began = System.nanoTime();
        int done = 0;
        for (int world = 0; done < count; world++) {
            SceneKind each =
                    kind != null ? kind : SceneKind.values()[world % SceneKind.values().length];
            done += shoot(gazebo, rig, pairs, each, seed + world, Math.min(perWorld, count - done));
            System.out.printf(
                    Locale.ROOT,
                    "%s %d: %d of %d pictures, %.0f s%n",
                    each.name().toLowerCase(Locale.ROOT),
                    seed + world,
                    done,
                    count,
                    (System.nanoTime() - began) / 1e9);
        }
        return 0;
    }

    /** Pictures of one scene; fewer than wanted where it has no more free places. */
    private static int shoot(
            GazeboFolder folder,
            CameraRig rig,
            FramePairs pairs,
            SceneKind kind,
            long sceneSeed,
            int wanted)
            throws IOException {
        Scene scene = Scenes.generate(kind, sceneSeed);
        Viewpoints views = new Viewpoints(scene, sceneSeed);
        Pose view = views.next();
        if (view == null) {
            return 0;
        }
        Pose start = view;
        Gazebo.Start how =
                new Gazebo.Start(
                        WorldFolder.classic(), sceneSeed, rig.width(), rig.height(), rig.depth());
        int done = 0;
        try (Gazebo gazebo =
                Gazebo.start(
                        folder,
                        at -> WorldFolder.write(at, scene, start, DroneSettings.defaults(), rig),
                        how)) {
            LockStep link = gazebo.lockStep();
            link.settle(view, CameraRig.STEP_SECONDS, rig.stepsPerFrame());
            for (; done < wanted && view != null; view = views.next()) {
                link.place(view, SETTLING * rig.stepsPerFrame(), true);
                pairs.write(
                        String.format(
                                Locale.ROOT,
                                "%s-%d-%02d",
                                kind.name().toLowerCase(Locale.ROOT),
                                sceneSeed,
                                done),
                        link);
                done++;
            }
        }
        return done;
    }
}
