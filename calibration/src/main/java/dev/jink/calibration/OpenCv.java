package dev.jink.calibration;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;

/**
 * The one door to OpenCV: loads its natives and keeps it on the calling thread.
 *
 * <p>OpenCV would otherwise start a pool of one worker per core. Waking it costs more than it saves
 * at these picture sizes, and its workers would compete with the flight path for the same cores.
 */
public final class OpenCv {
    static {
        Loader.load(opencv_imgproc.class);
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /** Loads OpenCV when it is not loaded yet (about 0.3 s, once). Any thread may call it. */
    public static void start() {
        // The work is done by the class initializer, which the JVM runs exactly once.
    }
}
