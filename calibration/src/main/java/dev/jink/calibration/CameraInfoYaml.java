package dev.jink.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.StringJoiner;

/**
 * The calibration files of ROS: camera_info as YAML, as {@code camera_calibration} writes them and
 * {@code camera_info_manager} reads them.
 */
public final class CameraInfoYaml {
    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private CameraInfoYaml() {}

    /**
     * Reads a calibration. Keys used: image_width, image_height, camera_matrix,
     * distortion_model, distortion_coefficients; others may be there.
     *
     * @throws CalibrationException in one line, beginning with the file's path, when it can't be
     *     read, a key is missing, or the numbers can't be flown with
     */
    public static CameraModel read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new CalibrationException(
                    file
                            + ": can't be read ("
                            + e.getClass().getSimpleName()
                            + "), wanted a ROS camera_info file in UTF-8: correct the path in"
                            + " camera_info_file",
                    e);
        }
        CameraInfoKeys keys = CameraInfoKeys.parse(file, text);
        try {
            return CameraModel.of(
                    keys.integer("image_width"),
                    keys.integer("image_height"),
                    keys.text("distortion_model"),
                    keys.data("distortion_coefficients"),
                    keys.data("camera_matrix"));
        } catch (CalibrationException e) {
            throw e.getMessage().startsWith(file.toString())
                    ? e
                    : new CalibrationException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a calibration for one camera; the whole file or none of it.
     *
     * @param name of the camera, letters, digits and underscores
     * @throws CalibrationException in one line when the name or the place won't do
     */
    public static void write(Path file, CameraModel model, String name) {
        if (!name.matches("[A-Za-z0-9_]+")) {
            throw new CalibrationException(
                    file
                            + ": camera_name is '"
                            + name
                            + "', wanted letters, digits and underscores: choose another name");
        }
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, text(model, name));
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CalibrationException(
                    file
                            + ": can't be written ("
                            + e.getClass().getSimpleName()
                            + "), wanted a path in a folder that exists and is writable: choose"
                            + " another path",
                    e);
        }
    }

    private static String text(CameraModel model, String name) {
        double[] p = {
            model.fx(), 0, model.cx(), 0, 0, model.fy(), model.cy(), 0, 0, 0, 1, 0,
        };
        double[] d = model.distortion().coefficients();
        return "image_width: %d\nimage_height: %d\ncamera_name: %s\n"
                        .formatted(model.width(), model.height(), name)
                + matrix("camera_matrix", 3, 3, model.k())
                + "distortion_model: %s\n".formatted(model.distortion().rosName())
                + matrix("distortion_coefficients", 1, d.length, d)
                + matrix("rectification_matrix", 3, 3, IDENTITY)
                + matrix("projection_matrix", 3, 4, p);
    }

    private static String matrix(String key, int rows, int columns, double[] data) {
        StringJoiner numbers = new StringJoiner(", ", "[", "]");
        for (double number : data) {
            // Java's shortest text of a double reads back as the same double.
            numbers.add(Double.toString(number));
        }
        return "%s:\n  rows: %d\n  cols: %d\n  data: %s\n".formatted(key, rows, columns, numbers);
    }
}
