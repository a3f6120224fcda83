package dev.jink.calibration.collect;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Distortion;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.solve.BundleAdjustment;
import dev.jink.calibration.solve.LensModel;
import dev.jink.calibration.solve.Rejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes pictures one by one, keeps the views that add something. Not thread-safe. */
public final class ViewCollector {
    private static final double MOST_BLUR_PX = 3;

    /** Pictures that are kept for the report. */
    private static final int KEPT_PICTURES = 8;

    private final Board board;
    private final BoardFinder finder;
    private final LensModel lens;
    private final double apart;
    private final Coverage coverage = new Coverage();
    private final List<BoardView> views = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<GrayPicture> kept = new ArrayList<>();
    private final List<GrayPicture> unseen = new ArrayList<>();
    private final Map<Integer, String> fingerprints = new HashMap<>();
    private GrayPicture first;

    /**
     * @param lens the camera is likely to have
     * @param apart mean distance from every view taken, as a share of the picture's width, from
     *     which on a view adds something: near 0 for chosen pictures, more for a stream
     */
    public ViewCollector(Board board, LensModel lens, double apart) {
        this.board = board;
        this.lens = lens;
        this.apart = apart;
        finder = new BoardFinder(board);
    }

    /**
     * Looks at one picture.
     *
     * @return null when its view was taken, or why not
     * @throws CalibrationException in one line when its size is not that of the pictures before
     */
    public Rejection offer(GrayPicture picture) {
        sameSize(picture);
        String same = fingerprints.putIfAbsent(Arrays.hashCode(picture.pixels()), picture.name());
        if (same != null) {
            return reject(picture, "repeats " + same);
        }
        BoardView view = finder.find(picture);
        if (view == null) {
            if (board.kind() != Board.Kind.CHESSBOARD && finder.find(picture.mirrored()) != null) {
                return reject(picture, "mirrored: the board is there, left for right");
            }
            if (unseen.size() < 3) {
                unseen.add(picture);
            }
            return reject(picture, "no " + board + " in it");
        }
        // NaN: no edge to judge by.
        if (!(view.blurPx() <= MOST_BLUR_PX)) {
            return reject(
                    picture,
                    String.format(
                            Locale.ROOT,
                            "blurred: edges %.1f px wide, wanted %.0f at most",
                            view.blurPx(),
                            MOST_BLUR_PX));
        }
        for (BoardView before : views) {
            if (view.distancePx(before) < Math.max(0.5, apart * picture.width())) {
                return reject(picture, "repeats " + before.name());
            }
        }
        BundleAdjustment pose = BundleAdjustment.ofPoses(guess(), List.of(view));
        if (pose == null) {
            return reject(picture, "no pose of the board");
        }
        coverage.add(view, pose.poses()[0]);
        views.add(view);
        if (kept.size() < KEPT_PICTURES) {
            kept.add(picture);
        }
        return null;
    }

    private Rejection reject(GrayPicture picture, String reason) {
        Rejection rejection = new Rejection(picture.name(), reason);
        rejected.add(rejection);
        return rejection;
    }

    private void sameSize(GrayPicture picture) {
        if (first == null) {
            first = picture;
        } else if (first.width() != picture.width() || first.height() != picture.height()) {
            throw new CalibrationException(
                    "pictures of different sizes: "
                            + first.name()
                            + " is "
                            + first.width()
                            + "x"
                            + first.height()
                            + ", "
                            + picture.name()
                            + " is "
                            + picture.width()
                            + "x"
                            + picture.height()
                            + ", wanted one size: take out those of another camera or resolution");
        }
    }

    /** Some camera of that kind: tilts come out roughly, which is all that is asked. */
    private CameraModel guess() {
        double focal = (lens == LensModel.EQUIDISTANT ? 0.45 : 0.9) * first.width();
        Distortion straight = Distortion.of(lens.rosName(), new double[lens.coefficients().size()]);
        return new CameraModel(
                first.width(),
                first.height(),
                focal,
                focal,
                (first.width() - 1) / 2.0,
                (first.height() - 1) / 2.0,
                straight);
    }

    /** The views taken. */
    public List<BoardView> views() {
        return List.copyOf(views);
    }

    /** The pictures left out. */
    public List<Rejection> rejected() {
        return List.copyOf(rejected);
    }

    /** Some of the pictures taken. */
    public List<GrayPicture> pictures() {
        return List.copyOf(kept);
    }

    /** Some of the pictures in which the board was not found. */
    List<GrayPicture> unseen() {
        return unseen;
    }

    /** What the views taken cover. */
    public Coverage coverage() {
        return coverage;
    }

    /** How many pictures were looked at. */
    public int looked() {
        return views.size() + rejected.size();
    }

    /** Width of the pictures; 0 before the first. */
    public int width() {
        return first == null ? 0 : first.width();
    }

    /** Height of the pictures; 0 before the first. */
    public int height() {
        return first == null ? 0 : first.height();
    }

    Board board() {
        return board;
    }

    BoardFinder finder() {
        return finder;
    }
}
