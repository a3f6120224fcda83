package dev.jink.launch;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.ros.RecordedCamera;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Something that can be played to the node, again and again, each time alike. */
interface Recording {
    /** What it is, in one line. */
    String describe();

    /** Largest picture, columns and rows; 0 when it isn't known before it is decoded. */
    int width();

    int height();

    /** What the node must be told beside its usual parameters, as {@code -p name:=value}. */
    default List<String> parameters() {
        return List.of();
    }

    /**
     * Plays all of it at its rate; the camera is met first, as by a node that starts beside a running drone.
     *
     * @param walk is told of every picture
     */
    void play(RecordedCamera camera, Walk walk) throws IOException;

    /** A pinhole of that view, for a recording without calibration. */
    static CameraModel pinhole(int width, int height, double horizontalFovDegrees) {
        double focal = width / 2.0 / Math.tan(Math.toRadians(horizontalFovDegrees) / 2);
        return CameraModel.pinhole(
                width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);
    }

    static void pauseUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
