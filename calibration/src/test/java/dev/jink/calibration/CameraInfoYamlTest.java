package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CameraInfoYamlTest {
    /** As camera_calibration's cameracalibrator writes it. */
    private static final String FROM_ROS =
            """
            image_width: 640
            image_height: 480
            camera_name: narrow_stereo
            camera_matrix:
              rows: 3
              cols: 3
              data: [534.13144,   0.     , 316.18769,
                       0.     , 535.87209, 239.52344,
                       0.     ,   0.     ,   1.     ]
            distortion_model: plumb_bob
            distortion_coefficients:
              rows: 1
              cols: 5
              data: [0.115175, -0.230917, 0.002121, -0.001843, 0.000000]
            rectification_matrix:
              rows: 3
              cols: 3
              data: [1., 0., 0.,
                     0., 1., 0.,
                     0., 0., 1.]
            projection_matrix:
              rows: 3
              cols: 4
              data: [541.93127,   0.     , 314.95633,   0.     ,
                       0.     , 544.37366, 240.16012,   0.     ,
                       0.     ,   0.     ,   1.     ,   0.     ]
            """;

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("camera.yaml"), text);
    }

    @Test
    void shouldReadWhatRosToolsWrite() throws IOException {
        CameraModel model = CameraInfoYaml.read(file(FROM_ROS));
        assertEquals(640, model.width());
        assertEquals(480, model.height());
        assertEquals(534.13144, model.fx());
        assertEquals(535.87209, model.fy());
        assertEquals(316.18769, model.cx());
        assertEquals(239.52344, model.cy());
        assertEquals("plumb_bob", model.distortion().rosName());
        assertArrayEquals(
                new double[] {0.115175, -0.230917, 0.002121, -0.001843, 0},
                model.distortion().coefficients());
    }

    @ParameterizedTest
    @CsvSource({"plumb_bob,5", "rational_polynomial,8", "equidistant,4"})
    void shouldReadBackWhatItWrote(String name, int count) {
        double[] d = new double[count];
        for (int i = 0; i < count; i++) {
            d[i] = Math.sin(i + 1) / 300;
        }
        double[] k = {1.0 / 3 * 1000, 0, 1e-17 + 100, 0, Math.PI * 100, 59.5, 0, 0, 1};
        CameraModel model = CameraModel.of(324, 244, name, d, k);
        Path file = folder.resolve("written.yaml");
        CameraInfoYaml.write(file, model, "front_camera");
        assertEquals(model, CameraInfoYaml.read(file));
        CameraInfoYaml.write(file, model, "front_camera");
        assertEquals(1, folder.toFile().list().length, "nothing is left beside the file");
    }

    @Test
    void shouldWriteTheKeysThatRosToolsExpect() throws IOException {
        Path file = folder.resolve("written.yaml");
        CameraInfoYaml.write(file, CameraModel.pinhole(160, 120, 80, 81, 79.5, 59.5), "sim");
        assertEquals(
                """
                image_width: 160
                image_height: 120
                camera_name: sim
                camera_matrix:
                  rows: 3
                  cols: 3
                  data: [80.0, 0.0, 79.5, 0.0, 81.0, 59.5, 0.0, 0.0, 1.0]
                distortion_model: plumb_bob
                distortion_coefficients:
                  rows: 1
                  cols: 5
                  data: [0.0, 0.0, 0.0, 0.0, 0.0]
                rectification_matrix:
                  rows: 3
                  cols: 3
                  data: [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0]
                projection_matrix:
                  rows: 3
                  cols: 4
                  data: [80.0, 0.0, 79.5, 0.0, 0.0, 81.0, 59.5, 0.0, 0.0, 0.0, 1.0, 0.0]
                """,
                Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image_width|a whole number",
                "image_height|a whole number",
                "camera_matrix|rows, cols and a list of numbers under data",
                "distortion_model|a text",
                "distortion_coefficients|rows, cols and a list of numbers under data"
            })
    void shouldNameTheMissingKey(String key, String wanted) throws IOException {
        Path file = file(FROM_ROS.replace(key + ":", "other_" + key + ":"));
        refused(
                file,
                ": "
                        + key
                        + " is missing, wanted "
                        + wanted
                        + ": write the file again with camera_calibration");
    }

    @Test
    void shouldRefuseNanInTheFile() throws IOException {
        refused(
                file(FROM_ROS.replace("316.18769", ".nan")),
                ": camera_info: K[2] is NaN, wanted a finite number: calibrate the camera again, or"
                        + " name a good file in camera_info_file");
        refused(
                file(FROM_ROS.replace("-0.230917", "nan")),
                ": distortion_coefficients.data[1] is 'nan', wanted a number: write the file again"
                        + " with camera_calibration");
    }

    @Test
    void shouldRefuseValuesOfTheWrongKind() throws IOException {
        refused(
                file(FROM_ROS.replace("image_width: 640", "image_width: 640.5")),
                ": image_width is '640.5', wanted a whole number: write the file again with"
                        + " camera_calibration");
        refused(
                file(FROM_ROS.replace("distortion_model: plumb_bob", "distortion_model: [1, 2]")),
                ": distortion_model is a list of 2, wanted a text: write the file again with"
                        + " camera_calibration");
        refused(
                file(
                        "image_width: 1\nimage_height: 1\ndistortion_model: plumb_bob\n"
                                + "distortion_coefficients: 7\n"),
                ": distortion_coefficients is without a data list, wanted rows, cols and a list of"
                        + " numbers under data: write the file again with camera_calibration");
    }

    @ParameterizedTest
    @CsvSource({"'',nothing", "'- 1\n- 2',a list of 2", "just text,'''just text'''"})
    void shouldRefuseFilesWithoutKeys(String text, String got) throws IOException {
        refused(
                file(text),
                ": holds "
                        + got
                        + ", wanted the keys of a ROS camera_info file (image_width, camera_matrix,"
                        + " …): name another file in camera_info_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image_width: [1, 2", "a: b: c", "a: !!opencv-matrix {rows: 3}"})
    void shouldRefuseTextThatIsNoYamlInOneLine(String text) throws IOException {
        Path file = file(text);
        String message = message(file);
        assertEquals(1, message.lines().count(), message);
        assertEquals(true, message.startsWith(file + ": is not YAML ("), message);
        assertEquals(
                true,
                message.endsWith(
                        "), wanted a ROS camera_info file: write it again with"
                                + " camera_calibration"),
                message);
    }

    @Test
    void shouldRefuseFilesThatCannotBeRead() throws IOException {
        String wanted =
                "), wanted a ROS camera_info file in UTF-8: correct the path in camera_info_file";
        refused(folder.resolve("absent.yaml"), ": can't be read (NoSuchFileException" + wanted);
        Path binary = folder.resolve("picture.png");
        Files.write(binary, "\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1));
        refused(binary, ": can't be read (MalformedInputException" + wanted);
    }

    @Test
    void shouldRefuseToWriteWhatRosCouldNotRead() {
        CameraModel model = CameraModel.pinhole(160, 120, 80, 80, 79.5, 59.5);
        Path file = folder.resolve("written.yaml");
        assertEquals(
                file
                        + ": camera_name is 'front camera', wanted letters, digits and"
                        + " underscores: choose another name",
                assertThrows(
                                CalibrationException.class,
                                () -> CameraInfoYaml.write(file, model, "front camera"))
                        .getMessage());
        Path nowhere = folder.resolve("no").resolve("camera.yaml");
        assertEquals(
                nowhere
                        + ": can't be written (NoSuchFileException), wanted a path in a folder that"
                        + " exists and is writable: choose another path",
                assertThrows(
                                CalibrationException.class,
                                () -> CameraInfoYaml.write(nowhere, model, "front"))
                        .getMessage());
    }

    private static String message(Path file) {
        return assertThrows(CalibrationException.class, () -> CameraInfoYaml.read(file))
                .getMessage();
    }

    private static void refused(Path file, String message) {
        assertEquals(file + message, message(file));
    }
}
