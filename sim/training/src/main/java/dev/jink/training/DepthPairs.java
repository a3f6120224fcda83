package dev.jink.training;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import dev.jink.calibration.CameraModel;

import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures with a depth picture each, of a real RGB-D camera or of any renderer: {@code
 * color/NAME.png|jpg|pgm} beside {@code depth/NAME.png|pgm} of 16 bits, millimetres along the
 * optical axis, 0 = not known. {@code camera.txt}, if there is one, has the pinhole's {@code fx fy
 * cx cy} in pixels.
 *
 * @param pairs in the order of their names
 * @param camera fx fy cx cy; null when the folder doesn't tell
 */
record DepthPairs(List<Pair> pairs, double[] camera) {
    private static final Pattern COLOUR = Pattern.compile("(.+)\\.(png|jpg|jpeg|pgm|ppm)");

    /** Two pictures of one size. */
    record Pair(Path colour, Path depth) {}

    /** Whether a folder looks like one of pairs. */
    static boolean here(Path folder) {
        return Files.isDirectory(folder.resolve("color"))
                || Files.isDirectory(folder.resolve("depth"));
    }

    /**
     * @throws IOException in one line, when files are missing or can't be understood
     */
    static DepthPairs read(Path folder) throws IOException {
        Path colours = folder.resolve("color");
        Path depths = folder.resolve("depth");
        if (!Files.isDirectory(colours) || !Files.isDirectory(depths)) {
            throw new IOException(
                    "pairs %s: got %s alone, wanted the folders color and depth; add the other one"
                            .formatted(folder, Files.isDirectory(colours) ? "color" : "depth"));
        }
        List<Pair> pairs = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(colours)) {
            files = found.sorted().toList();
        }
        for (Path colour : files) {
            Matcher name = COLOUR.matcher(colour.getFileName().toString());
            if (name.matches()) {
                pairs.add(new Pair(colour, depthOf(depths, name.group(1))));
            }
        }
        if (pairs.isEmpty()) {
            throw new IOException(
                    "pairs %s: got no picture in color, wanted png, jpg or pgm; add some"
                            .formatted(folder));
        }
        return new DepthPairs(List.copyOf(pairs), camera(folder.resolve("camera.txt")));
    }

    private static Path depthOf(Path depths, String name) throws IOException {
        for (String ending : List.of(".png", ".pgm")) {
            Path file = depths.resolve(name + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new IOException(
                ("pairs %s: got no %s.png or .pgm for the picture of that name,"
                                + " wanted one each; add it")
                        .formatted(depths, name));
    }

    private static double[] camera(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        String text = Files.readString(file).strip();
        try {
            double[] k = Stream.of(text.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
            if (k.length == 4) {
                return k;
            }
        } catch (NumberFormatException words) {
            // Falls through to the one refusal there is.
        }
        throw new IOException(
                "camera %s: got '%s', wanted four numbers fx fy cx cy in pixels; correct it"
                        .formatted(file, text.lines().findFirst().orElse("")));
    }

    /** The pinhole of these pictures; what the folder doesn't tell is taken from {@code fovRad}. */
    CameraModel model(int width, int height, double fovRad) {
        return camera == null
                ? Eye.pinhole(width, height, fovRad)
                : Eye.pinhole(width, height, camera[0], camera[1], camera[2], camera[3]);
    }

    /** A depth picture, u16. */
    static Mat depth(Path file) throws IOException {
        Mat depth = imread(file.toString(), IMREAD_UNCHANGED);
        if (depth.empty() || depth.type() != CV_16UC1) {
            throw new IOException(
                    "depth %s: got %s, wanted one channel of 16 bits, millimetres; convert the file"
                            .formatted(
                                    file,
                                    depth.empty() ? "no picture" : "another kind of picture"));
        }
        return depth;
    }
}
