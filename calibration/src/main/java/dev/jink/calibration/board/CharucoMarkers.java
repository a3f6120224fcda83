package dev.jink.calibration.board;

import dev.jink.calibration.CalibrationException;

import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.ArucoDetector;
import org.bytedeco.opencv.opencv_objdetect.CharucoBoard;
import org.bytedeco.opencv.opencv_objdetect.CharucoDetector;
import org.bytedeco.opencv.opencv_objdetect.Dictionary;

import java.nio.IntBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The printed pattern of a ChArUco board and its detector. */
final class CharucoMarkers {
    private static final Map<String, Integer> DICTIONARIES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("4X4_50", opencv_objdetect.DICT_4X4_50),
                            Map.entry("4X4_100", opencv_objdetect.DICT_4X4_100),
                            Map.entry("4X4_250", opencv_objdetect.DICT_4X4_250),
                            Map.entry("5X5_50", opencv_objdetect.DICT_5X5_50),
                            Map.entry("5X5_100", opencv_objdetect.DICT_5X5_100),
                            Map.entry("5X5_250", opencv_objdetect.DICT_5X5_250),
                            Map.entry("6X6_50", opencv_objdetect.DICT_6X6_50),
                            Map.entry("6X6_100", opencv_objdetect.DICT_6X6_100),
                            Map.entry("6X6_250", opencv_objdetect.DICT_6X6_250),
                            Map.entry("7X7_50", opencv_objdetect.DICT_7X7_50),
                            Map.entry("7X7_100", opencv_objdetect.DICT_7X7_100),
                            Map.entry("7X7_250", opencv_objdetect.DICT_7X7_250),
                            Map.entry("ARUCO_ORIGINAL", opencv_objdetect.DICT_ARUCO_ORIGINAL)));

    private final Dictionary dictionary;
    private final CharucoBoard pattern;
    private final CharucoDetector detector;

    CharucoMarkers(Board board) {
        Integer number = DICTIONARIES.get(board.dictionary());
        if (number == null) {
            throw new CalibrationException(
                    "board: dictionary is '"
                            + board.dictionary()
                            + "', wanted one of "
                            + String.join(" ", DICTIONARIES.keySet())
                            + ": name the one the board was printed with");
        }
        dictionary = opencv_objdetect.getPredefinedDictionary(number);
        try (Size size = new Size(board.columns(), board.rows())) {
            pattern =
                    new CharucoBoard(
                            size, (float) board.squareM(), (float) board.markerM(), dictionary);
        }
        detector = new CharucoDetector(pattern);
    }

    /** Corners float [n][2] and their ids int [n]. */
    void detect(Mat gray, Mat corners, Mat ids) {
        detector.detectBoard(gray, corners, ids);
    }

    /** Ids of the dictionary's markers in the picture, whatever board they are on. */
    int[] ids(Mat gray) {
        try (ArucoDetector markers = new ArucoDetector(dictionary);
                MatVector corners = new MatVector();
                Mat ids = new Mat()) {
            markers.detectMarkers(gray, corners, ids);
            int[] all = new int[(int) ids.total()];
            if (all.length > 0) {
                ids.<IntBuffer>createBuffer().get(all);
            }
            return all;
        }
    }

    /** A picture of the board as it is printed, without margin. */
    void draw(int width, int height, Mat picture) {
        try (Size size = new Size(width, height)) {
            pattern.generateImage(size, picture);
        }
    }
}
