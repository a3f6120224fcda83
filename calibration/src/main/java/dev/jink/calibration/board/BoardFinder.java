package dev.jink.calibration.board;

import dev.jink.calibration.OpenCv;

import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Finds one board in pictures, by OpenCV. Not thread-safe; one a thread. */
public final class BoardFinder {
    /** Fewer ChArUco corners than these fix no pose worth having. */
    private static final int FEWEST_POINTS = 8;

    private static final int SQUARES =
            opencv_calib3d.CALIB_CB_ADAPTIVE_THRESH | opencv_calib3d.CALIB_CB_NORMALIZE_IMAGE;

    private static final int SECTORS = opencv_calib3d.CALIB_CB_NORMALIZE_IMAGE;

    private final Board board;
    private final CharucoMarkers charuco;

    public BoardFinder(Board board) {
        OpenCv.start();
        this.board = board;
        charuco = board.kind() == Board.Kind.CHARUCO ? new CharucoMarkers(board) : null;
    }

    /** The board in the picture, or null when it is not there as a whole (ChArUco: in part). */
    public BoardView find(GrayPicture picture) {
        try (Mat gray = picture.mat()) {
            return switch (board.kind()) {
                case CHESSBOARD -> chessboard(picture, gray);
                case CIRCLES -> circles(picture, gray);
                case CHARUCO -> charuco(picture, gray);
            };
        }
    }

    private BoardView chessboard(GrayPicture picture, Mat gray) {
        try (Size size = new Size(board.columns(), board.rows());
                Mat corners = new Mat()) {
            // Squares first, in milliseconds; the sector-based finder stands more blur and noise.
            if (!opencv_calib3d.findChessboardCorners(gray, size, corners, SQUARES)
                    && !opencv_calib3d.findChessboardCornersSB(gray, size, corners, SECTORS)) {
                return null;
            }
            return view(picture, pixels(corners), null);
        }
    }

    /** Inner corners of whatever chessboard is there, in no order; null when there is none. */
    public int[] chessboardSize(GrayPicture picture) {
        try (Mat gray = picture.mat();
                Mat corners = new Mat();
                Mat kinds = new Mat();
                Size least = new Size(3, 3)) {
            boolean found =
                    opencv_calib3d.findChessboardCornersSBWithMeta(
                            gray, least, corners, SECTORS | opencv_calib3d.CALIB_CB_LARGER, kinds);
            return found ? new int[] {kinds.cols(), kinds.rows()} : null;
        }
    }

    /** Ids of the ChArUco board's markers, whatever board they are on. */
    public int[] markers(GrayPicture picture) {
        try (Mat gray = picture.mat()) {
            return charuco.ids(gray);
        }
    }

    /** How many dots there are that might be a circle board's. */
    public int dots(GrayPicture picture) {
        try (Mat gray = picture.mat();
                CircleBlobs blobs = CircleBlobs.forPicture(picture)) {
            return blobs.count(gray);
        }
    }

    private BoardView circles(GrayPicture picture, Mat gray) {
        try (CircleBlobs blobs = CircleBlobs.forPicture(picture)) {
            double[] centres = blobs.find(gray, board);
            return centres == null ? null : view(picture, centres, null);
        }
    }

    private BoardView charuco(GrayPicture picture, Mat gray) {
        try (Mat corners = new Mat();
                Mat ids = new Mat()) {
            charuco.detect(gray, corners, ids);
            return ids.rows() < FEWEST_POINTS ? null : view(picture, pixels(corners), ids);
        }
    }

    /** Of float [n][2]. */
    private static double[] pixels(Mat found) {
        double[] pixels = new double[2 * (int) found.total()];
        FloatBuffer corners = found.createBuffer();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = corners.get(i);
        }
        return pixels;
    }

    /**
     * @param in [n][2] where the points were found; moved to where they are
     * @param ids int [n] of the board's points; null when all of them are there in order
     */
    private BoardView view(GrayPicture picture, double[] in, Mat ids) {
        int n = in.length / 2;
        double[] on = new double[2 * n];
        int[] id = new int[n];
        if (ids == null) {
            Arrays.setAll(id, i -> i);
        } else {
            IntBuffer named = ids.createBuffer();
            Arrays.setAll(id, named::get);
        }
        for (int i = 0; i < n; i++) {
            on[2 * i] = board.x(id[i]);
            on[2 * i + 1] = board.y(id[i]);
        }
        double spacing = Sharpness.spacingPx(board, id, in);
        double dot = 0;
        if (board.kind() == Board.Kind.CIRCLES) {
            dot = CircleCentres.refine(picture, board, on, in);
        } else {
            CornerRefinement.refine(picture, board, id, in);
        }
        BoardView view =
                new BoardView(
                        picture.name(),
                        picture.width(),
                        picture.height(),
                        on,
                        in,
                        dot,
                        Sharpness.blurPx(picture, in, spacing),
                        spacing);
        return dot == 0 ? view : CircleCentres.apart(board, view);
    }
}
