package dev.jink.training;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.command.UsageException;
import dev.jink.sim.scene.Encounters;
import dev.jink.sim.scene.Photographs;
import dev.jink.sim.scene.PlainLook;
import dev.jink.sim.scene.Scene;

import java.util.SplittableRandom;

/**
 * What scenes get besides what their builders put in. Those of a training run's card stay bare, so
 * that every model is judged by the same frames.
 *
 * @param encounterShare of the scenes, those with something put in the camera's way, 0 … 1; see
 *     {@link Encounters}
 * @param plainShare of the scenes, those in {@link PlainLook}, 0 … 1
 * @param photographs to paper the scenes with
 */
record Dressing(double encounterShare, double plainShare, Photographs photographs) {
    /** Of a digest, in a file's name. */
    private static final int DIGITS = 8;

    /** Scenes as their builders make them. */
    static Dressing none() {
        return new Dressing(0, 0, Photographs.none());
    }

    /** Bare scenes but for what is put in the way of some. */
    static Dressing encounters(double share) {
        return new Dressing(share, 0, Photographs.none());
    }

    /** What an option was given, when it is a share. */
    static double share(String option, double got) {
        if (!(got >= 0 && got <= 1)) {
            throw new UsageException(
                    "%s: got %s, wanted a share of the scenes, 0 to 1".formatted(option, got));
        }
        return got;
    }

    /** A scene as it is rendered. */
    Scene dress(Scene bare, Pose camera, long sceneSeed, SplittableRandom random) {
        Scene scene = bare;
        // What is off draws nothing: the frames of a set without it stay what they were.
        if (encounterShare > 0 && random.nextDouble() < encounterShare) {
            double[] axes = new double[9];
            camera.rotation(axes);
            double yaw = Math.atan2(axes[3], axes[0]);
            scene =
                    Encounters.meet(
                            scene, camera.x(), camera.y(), camera.z(), yaw, random.nextLong());
        }
        if (plainShare > 0 && random.nextDouble() < plainShare) {
            scene = PlainLook.of(scene, sceneSeed);
        }
        return photographs.paper(scene, sceneSeed);
    }

    /** Tells the frames of one dressing from those of another, in a file's name; ends with a dot. */
    String label() {
        String papered =
                photographs.digest().isEmpty()
                        ? ""
                        : photographs.digest().substring(0, DIGITS) + ".";
        String plain = plainShare == 0 ? "" : "plain" + plainShare + ".";
        String met = encounterShare == 0 ? "" : "met" + encounterShare + ".";
        return papered + plain + met;
    }
}
