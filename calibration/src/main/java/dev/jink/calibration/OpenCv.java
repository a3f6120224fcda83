package dev.jink.calibration;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one door to OpenCV: loads its natives and keeps it on the calling thread.
 *
 * <p>OpenCV would otherwise start a pool of one worker per core. Waking it costs more than it saves
 * at these picture sizes, and its workers would compete with the flight path for the same cores.
 *
 * <p>With {@code -Djink.opencv.installed=FOLDER} the natives lie in one folder, as in the onboard
 * bundle, and are loaded from there. JavaCPP's own loader looks for each of some forty libraries,
 * for each class that uses one, under several names in every jar of the class path: 0.2 s of
 * processor time at a start. Whoever sets the property calls {@link #start} before any class of
 * OpenCV is used, and {@link #startCodecs} before the codecs are.
 */
public final class OpenCv {
    private static final String INSTALLED = "jink.opencv.installed";
    // What these libraries need of each other they would look for among the machine's own, so each
    // comes before those that need it.
    private static final String OF_X86_64 = "libquadmath.so.0";
    private static final String SEARCH = "org.bytedeco.javacpp.loadLibraries";

    static {
        load(
                opencv_imgproc.class,
                OF_X86_64,
                "libgfortran.so.5",
                "libopenblas.so.0",
                "libjnijavacpp.so",
                "libjniopencv_core.so",
                "libjniopencv_imgproc.so");
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /** Loads OpenCV when it is not loaded yet (0.1 to 0.3 s, once). Any thread may call it. */
    public static void start() {
        // The work is done by the class initializer, which the JVM runs exactly once.
    }

    /** Loads what reads and writes picture files too. Any thread may call it. */
    public static void startCodecs() {
        Codecs.start();
    }

    @SuppressWarnings("restricted") // the bundle's own libraries, of the versions it is built with
    private static void load(Class<?> api, String... libraries) {
        String folder = System.getProperty(INSTALLED);
        if (folder == null) {
            Loader.load(api);
            return;
        }
        System.setProperty(SEARCH, "false");
        for (String library : libraries) {
            Path file = Path.of(folder, library);
            if (!library.equals(OF_X86_64) || Files.exists(file)) {
                System.load(file.toString());
            }
        }
    }

    private static final class Codecs {
        static {
            load(opencv_imgcodecs.class, "libjniopencv_imgcodecs.so");
        }

        static void start() {
            // As above.
        }
    }
}
