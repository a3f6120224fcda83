package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class OpenCvTest {
    @TempDir Path folder;

    /** JUnit warns of every link that it finds. */
    @AfterEach
    void dropLinks() throws IOException {
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void shouldTakeTheNativesFromTheFolderTheyAreInstalledIn() throws Exception {
        gatherNatives();
        assertEquals("17 in 8x6", run());
    }

    @Test
    void shouldNameTheLibraryThatIsNotThere() throws Exception {
        String said = run();
        assertTrue(
                said.contains("Can't load library: " + folder.resolve("libgfortran.so.5")), said);
    }

    /** As the bundle has them, from where JavaCPP unpacks them. */
    private void gatherNatives() throws IOException {
        OpenCv.start();
        OpenCv.startCodecs();
        List<String> sources =
                List.of(
                        Loader.load(opencv_core.class),
                        Loader.load(Loader.class),
                        Loader.load(org.bytedeco.openblas.global.openblas_nolapack.class));
        for (String source : sources) {
            try (Stream<Path> files = Files.list(Path.of(source).getParent())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path link = folder.resolve(file.getFileName());
                    if (!Files.exists(link)) {
                        Files.createSymbolicLink(link, file);
                    }
                }
            }
        }
    }

    private String run() throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djink.opencv.installed=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        return said.strip();
    }

    /** Writes a picture with OpenCV, reads it again and tells what is in it. */
    static final class Program {
        public static void main(String[] arguments) {
            OpenCv.start();
            OpenCv.startCodecs();
            try (Mat picture = new Mat(6, 8, opencv_core.CV_8UC1, new Scalar(17));
                    BytePointer file = new BytePointer()) {
                opencv_imgcodecs.imencode(".png", picture, file);
                try (Mat encoded = new Mat(1, (int) file.limit(), opencv_core.CV_8UC1, file);
                        Mat read = opencv_imgcodecs.imdecode(encoded, 0)) {
                    System.out.println(
                            (read.data().get(47) & 0xff)
                                    + " in "
                                    + read.cols()
                                    + "x"
                                    + read.rows());
                }
            }
        }
    }
}
