package dev.jink.calibration.board;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.TermCriteria;

import java.nio.FloatBuffer;

/**
 * Places the corners of a chessboard to a few hundredths of a pixel: every gradient around a corner
 * stands square to the line from the corner (Förstner; OpenCV's {@code cornerSubPix}). The window
 * follows each corner's own neighbourhood, and a light blur first takes away the steps that pixels
 * make of sharp edges: measured on rendered boards, 0.02 to 0.045 px deviation instead of 0.1 px for
 * the finder's own corners and 0.045 px without the blur.
 */
final class CornerRefinement {
    /** Window's half side as a share of the distance to the nearest other corner. */
    private static final double MOST_SHARE = 0.3;

    private static final double MOST_BLUR_PX = 1.2;
    private static final double SPACING_TO_BLUR = 0.08;

    private CornerRefinement() {}

    /**
     * @param corners [n][2] roughly; moved in place where the refinement holds
     * @param spacingPx distance between neighbours
     */
    static void refine(Mat gray, Board board, double[] corners, double spacingPx) {
        double share = share(board);
        double blur = Math.min(MOST_BLUR_PX, SPACING_TO_BLUR * spacingPx * share / MOST_SHARE);
        double[] rough = corners.clone();
        try (Mat smooth = new Mat();
                Mat corner = new Mat(1, 1, opencv_core.CV_32FC2);
                Size any = new Size(0, 0);
                Size noHole = new Size(-1, -1);
                TermCriteria enough =
                        new TermCriteria(TermCriteria.EPS | TermCriteria.MAX_ITER, 60, 0.001)) {
            opencv_imgproc.GaussianBlur(gray, smooth, any, blur);
            FloatBuffer at = corner.createBuffer();
            for (int k = 0; k < rough.length; k += 2) {
                double near = nearest(rough, k);
                int half = (int) Math.max(2, Math.round(share * near));
                at.put(0, (float) rough[k]).put(1, (float) rough[k + 1]);
                try (Size window = new Size(half, half)) {
                    opencv_imgproc.cornerSubPix(smooth, corner, window, noHole, enough);
                }
                // A corner that walks away found something else: the finder knew better.
                if (Math.hypot(at.get(0) - rough[k], at.get(1) - rough[k + 1]) < 0.25 * near) {
                    corners[k] = at.get(0);
                    corners[k + 1] = at.get(1);
                }
            }
        }
    }

    /**
     * Around a ChArUco corner the window ends before the markers begin. OpenCV's own ChArUco corners
     * lie half a pixel too far right and low (measured: 0.48 px), so that they too are only a start.
     */
    private static double share(Board board) {
        return board.kind() == Board.Kind.CHARUCO
                ? Math.min(MOST_SHARE, 0.45 * (1 - board.markerM() / board.squareM()))
                : MOST_SHARE;
    }

    private static double nearest(double[] corners, int k) {
        double near = Double.POSITIVE_INFINITY;
        for (int j = 0; j < corners.length; j += 2) {
            if (j != k) {
                near =
                        Math.min(
                                near,
                                Math.hypot(
                                        corners[j] - corners[k], corners[j + 1] - corners[k + 1]));
            }
        }
        return near;
    }
}
