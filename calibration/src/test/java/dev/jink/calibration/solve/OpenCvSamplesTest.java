package dev.jink.calibration.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.GrayPicture;

import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Point2fVector;
import org.bytedeco.opencv.opencv_core.Point2fVectorVector;
import org.bytedeco.opencv.opencv_core.Point3f;
import org.bytedeco.opencv.opencv_core.Point3fVector;
import org.bytedeco.opencv.opencv_core.Point3fVectorVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** OpenCV's own sample pictures, through our adjustment and through OpenCV's. */
class OpenCvSamplesTest {
    private static final Path SAMPLES = Path.of("/usr/share/doc/opencv-doc/examples/data");
    private static final Board BOARD = Board.chessboard(9, 6, 0.025);

    private static List<BoardView> views(String side) throws IOException {
        assertTrue(
                Files.isDirectory(SAMPLES),
                SAMPLES + " is not there: launch/jink test installs Debian's opencv-doc");
        List<Path> files;
        try (Stream<Path> all = Files.list(SAMPLES)) {
            files =
                    all.filter(f -> f.getFileName().toString().matches(side + "\\d\\d\\.jpg"))
                            .sorted()
                            .toList();
        }
        BoardFinder finder = new BoardFinder(BOARD);
        List<BoardView> views = new ArrayList<>();
        for (Path file : files) {
            try (Mat mat =
                    opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_GRAYSCALE)) {
                byte[] pixels = new byte[mat.rows() * mat.cols()];
                mat.data().get(pixels);
                BoardView view =
                        finder.find(
                                new GrayPicture(
                                        file.getFileName().toString(),
                                        mat.cols(),
                                        mat.rows(),
                                        pixels));
                assertTrue(view != null, file + ": board not found");
                views.add(view);
            }
        }
        assertEquals(13, views.size(), "pictures of the " + side + " camera");
        return views;
    }

    /** fx fy cx cy k1 k2 p1 p2 k3 and the error, by OpenCV. */
    private static double[] openCv(List<BoardView> views) {
        Point3fVectorVector boards = new Point3fVectorVector();
        Point2fVectorVector pictures = new Point2fVectorVector();
        for (BoardView view : views) {
            Point3fVector board = new Point3fVector();
            Point2fVector picture = new Point2fVector();
            for (int i = 0; i < view.points(); i++) {
                board.push_back(
                        new Point3f(
                                (float) view.board()[2 * i], (float) view.board()[2 * i + 1], 0));
                picture.push_back(
                        new Point2f(
                                (float) view.pixels()[2 * i], (float) view.pixels()[2 * i + 1]));
            }
            boards.push_back(board);
            pictures.push_back(picture);
        }
        try (Mat k = Mat.eye(3, 3, opencv_core.CV_64F).asMat();
                Mat d = Mat.zeros(1, 5, opencv_core.CV_64F).asMat();
                MatVector turns = new MatVector();
                MatVector moves = new MatVector();
                Size size = new Size(640, 480);
                TermCriteria end =
                        new TermCriteria(TermCriteria.COUNT | TermCriteria.EPS, 200, 1e-14)) {
            double rms =
                    opencv_calib3d.calibrateCamera(
                            boards, pictures, size, k, d, turns, moves, 0, end);
            DoubleBuffer kk = k.createBuffer();
            DoubleBuffer dd = d.createBuffer();
            return new double[] {
                kk.get(0), kk.get(4), kk.get(2), kk.get(5), dd.get(0), dd.get(1), dd.get(2),
                dd.get(3), dd.get(4), rms
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right"})
    void shouldFindTheCameraThatOpenCvFinds(String side) throws IOException {
        List<BoardView> views = views(side);
        double[] theirs = openCv(views);
        Calibration ours = Calibrator.leastSquares(LensModel.PLUMB_BOB, 640, 480, views);
        same("fx", theirs[0], ours.camera().fx());
        same("fy", theirs[1], ours.camera().fy());
        same("cx", theirs[2], ours.camera().cx());
        same("cy", theirs[3], ours.camera().cy());
        double[] d = ours.camera().distortion().coefficients();
        for (int i = 0; i < d.length; i++) {
            same(ours.lens().coefficients().get(i), theirs[4 + i], d[i]);
        }
        assertTrue(
                ours.rmsPx() <= theirs[9] * (1 + 1e-9),
                "error " + ours.rmsPx() + " px, OpenCV's " + theirs[9]);
    }

    /** Within 0.1 %. */
    private static void same(String number, double theirs, double ours) {
        assertEquals(theirs, ours, 1e-3 * Math.abs(theirs), number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right"})
    void shouldStayWithThemWhenItThrowsOutliersOut(String side) throws IOException {
        List<BoardView> views = views(side);
        Calibration ours = Calibrator.calibrate(LensModel.PLUMB_BOB, 640, 480, views);
        double[] theirs = openCv(views);
        assertTrue(ours.rmsPx() <= theirs[9], ours.rmsPx() + " px, OpenCV's " + theirs[9]);
        assertEquals(theirs[0], ours.camera().fx(), 0.005 * theirs[0]);
        assertEquals(theirs[0], ours.camera().fx(), 2 * ours.half95(0));
    }
}
