package dev.jink.calibration.solve;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From views of a board to a camera: start, robust adjustment, rejection, final adjustment. */
public final class Calibrator {
    /** Views beyond this many add nothing to the start. */
    private static final int START_VIEWS = 24;

    private static final int MOST_ROUNDS = 6;

    /** Deviation of what a coefficient adds at the picture's corner, before any picture tells. */
    private static final double LARGEST_AT_CORNER = 10;

    /** {@link BundleAdjustment#hold}'s, from a lens almost without high powers to one that has them all. */
    private static final double[] BENDING = {0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};

    /**
     * By how many variances of a point the sum of squares may grow before the points mind. A step d
     * from the least sum adds dᵀ C⁻¹ d of them, C the covariance, and by Cauchy and Schwarz dᵢ² ≤ Cᵢᵢ
     * dᵀ C⁻¹ d: at 1 no number has moved by more than one of its own deviations.
     */
    private static final double MOST_MINDED = 1;

    private final LensModel lens;
    private final int width;
    private final int height;
    private final List<Rejection> rejected = new ArrayList<>();

    private Calibrator(LensModel lens, int width, int height) {
        this.lens = lens;
        this.width = width;
        this.height = height;
    }

    /**
     * Calibrates.
     *
     * @param views at least 3, all of pictures of this size
     * @throws CalibrationException in one line when they allow no camera
     */
    public static Calibration calibrate(
            LensModel lens, int width, int height, List<BoardView> views) {
        return new Calibrator(lens, width, height).run(views);
    }

    /** As {@link #calibrate}, but believes every point: no robust start, nothing left out. */
    public static Calibration leastSquares(
            LensModel lens, int width, int height, List<BoardView> views) {
        Calibrator calibrator = new Calibrator(lens, width, height);
        BundleAdjustment start = calibrator.start(views);
        return calibrator.result(calibrator.settle(start, views, 0), views, new int[views.size()]);
    }

    private Calibration run(List<BoardView> all) {
        BundleAdjustment adjustment = settled(all);
        List<BoardView> views = all;
        int[] dropped = new int[all.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Outliers outliers = Outliers.of(adjustment, views);
            if (outliers.none()) {
                break;
            }
            List<BoardView> left = new ArrayList<>();
            List<BoardPose> poses = new ArrayList<>();
            int[] leftDropped = new int[views.size()];
            for (int i = 0; i < views.size(); i++) {
                if (outliers.view(i)) {
                    rejected.add(outliers.why(adjustment, views.get(i), i, model(adjustment)));
                } else {
                    BoardView kept = views.get(i).without(outliers.points(i));
                    leftDropped[left.size()] = dropped[i] + views.get(i).points() - kept.points();
                    left.add(kept);
                    poses.add(adjustment.poses()[i]);
                }
            }
            if (left.size() < 3) {
                throw unsolved("only " + left.size() + " views agree with each other");
            }
            views = left;
            dropped = leftDropped;
            adjustment =
                    new BundleAdjustment(
                            lens, views, adjustment.camera(), poses.toArray(BoardPose[]::new));
            adjustment
                    .hold(BundleAdjustment.SOME_NOISE_PX, held(), 1)
                    .free(lens.all())
                    .robust(0)
                    .solve(200);
        }
        adjustment.free(lens.all()).robust(0).solve(200);
        return result(unfolded(adjustment, views), views, dropped);
    }

    /**
     * rational_polynomial's numerator and denominator nearly cancel, which leaves a long flat valley.
     * With all of them at once the way there may end where the formula has a pole beside the points and
     * no step is let through; so the high powers are let go of little by little.
     */
    private BundleAdjustment settled(List<BoardView> views) {
        BundleAdjustment adjustment = start(views);
        adjustment.hold(BundleAdjustment.SOME_NOISE_PX, held(), BENDING[0]);
        settle(adjustment, views, 1);
        if (Double.isFinite(held())) {
            for (double bending : BENDING) {
                adjustment.hold(BundleAdjustment.SOME_NOISE_PX, held(), bending).solve(200);
            }
        }
        return adjustment;
    }

    /**
     * The last step, with the lens held. Beyond the outermost points the pictures say little, and the
     * polynomials may turn back before the picture's corner is reached: no lens does. Then its high
     * powers are held tighter, as long as the points don't mind.
     */
    private BundleAdjustment unfolded(BundleAdjustment adjustment, List<BoardView> views) {
        int spare = 2 * views.stream().mapToInt(BoardView::points).sum() - unknowns(views);
        double variance = adjustment.squares() / Math.max(1, spare);
        double noisePx = Math.sqrt(variance);
        adjustment.hold(noisePx, held(), 1).solve(200);
        BundleAdjustment tighter = adjustment.copy();
        for (int i = BENDING.length - 1; i >= 0; i--) {
            if (model(tighter).seenShare() == 1) {
                return tighter;
            }
            tighter.hold(noisePx, LARGEST_AT_CORNER, BENDING[i]).solve(200);
            if (tighter.squares() > adjustment.squares() + MOST_MINDED * variance) {
                break;
            }
        }
        return adjustment;
    }

    /**
     * rational_polynomial has directions in which numerator and denominator cancel and no picture says
     * anything: without a hold its numbers run off along those.
     */
    private double held() {
        return lens == LensModel.RATIONAL_POLYNOMIAL ? LARGEST_AT_CORNER : Double.POSITIVE_INFINITY;
    }

    private CalibrationException unsolved(String got) {
        return new CalibrationException(
                "calibration: got "
                        + got
                        + " with "
                        + lens.rosName()
                        + ", wanted a camera that explains the pictures: check --board and --model,"
                        + " and that the board is flat");
    }

    private CameraModel model(BundleAdjustment adjustment) {
        return Camera.model(lens, width, height, adjustment.camera());
    }

    private int unknowns(List<BoardView> views) {
        return lens.parameters() + 6 * views.size();
    }

    /** Tries focal lengths from 150 to 20 degrees of view; the one whose poses fit best starts. */
    private BundleAdjustment start(List<BoardView> views) {
        List<BoardView> some = spread(views);
        double bestCost = Double.POSITIVE_INFINITY;
        double bestFocal = 0;
        for (double factor = 0.2; factor < 3.5; factor *= 1.25) {
            double[] p = Camera.ideal(lens, width, height, factor * width);
            BundleAdjustment tried = placed(some, p);
            if (tried != null) {
                double cost = tried.robust(width / 100.0).solve(8).cost();
                if (cost < bestCost) {
                    bestCost = cost;
                    bestFocal = factor * width;
                }
            }
        }
        if (bestFocal == 0) {
            throw unsolved("no focal length");
        }
        double[] p = Camera.ideal(lens, width, height, bestFocal);
        BundleAdjustment rough = placed(some, p);
        rough.robust(width / 100.0).free(Camera.FX, Camera.FY).solve(20);
        rough.free(Camera.FX, Camera.FY, Camera.DISTORTION + lens.leading()[0]).solve(20);
        BundleAdjustment whole = placed(views, rough.camera());
        if (whole == null) {
            throw unsolved("no pose of the board");
        }
        return whole;
    }

    private static List<BoardView> spread(List<BoardView> views) {
        if (views.size() <= START_VIEWS) {
            return views;
        }
        List<BoardView> some = new ArrayList<>();
        for (int i = 0; i < START_VIEWS; i++) {
            some.add(views.get(i * views.size() / START_VIEWS));
        }
        return some;
    }

    /** The views before a camera; null when one of them allows no pose. */
    private BundleAdjustment placed(List<BoardView> views, double[] p) {
        CameraModel camera = Camera.model(lens, width, height, p);
        BoardPose[] poses = new BoardPose[views.size()];
        for (int i = 0; i < poses.length; i++) {
            poses[i] = PoseStart.of(views.get(i), camera);
            if (poses[i] == null) {
                return null;
            }
        }
        BundleAdjustment placed = new BundleAdjustment(lens, views, p, poses);
        return Double.isFinite(placed.cost()) ? placed : null;
    }

    /** Lets go of the camera's numbers in three steps, so that none runs away on a bad start. */
    private BundleAdjustment settle(
            BundleAdjustment adjustment, List<BoardView> views, double robustPx) {
        int first = Camera.DISTORTION + lens.leading()[0];
        int second = Camera.DISTORTION + lens.leading()[1];
        adjustment.robust(robustPx > 0 ? width / 100.0 : 0);
        adjustment.free(Camera.FX, Camera.FY, first).solve(30);
        adjustment.free(Camera.FX, Camera.FY, Camera.CX, Camera.CY, first, second).solve(30);
        adjustment.free(lens.all()).solve(60);
        adjustment.robust(robustPx).solve(200);
        if (!Double.isFinite(adjustment.cost())) {
            throw unsolved("no solution from " + views.size() + " views");
        }
        return adjustment;
    }

    private Calibration result(BundleAdjustment adjustment, List<BoardView> views, int[] dropped) {
        List<Calibration.View> fits = new ArrayList<>();
        int residuals = 0;
        double sum = 0;
        for (int i = 0; i < views.size(); i++) {
            double[] r = adjustment.residuals(i);
            residuals += r.length;
            sum += Arrays.stream(r).map(v -> v * v).sum();
            fits.add(
                    new Calibration.View(
                            views.get(i),
                            adjustment.poses()[i],
                            r,
                            adjustment.rmsPx(i),
                            dropped[i]));
        }
        return new Calibration(
                lens,
                model(adjustment),
                Math.sqrt(2 * sum / residuals),
                List.copyOf(fits),
                List.copyOf(rejected),
                Confidence.covariance(adjustment, lens.dots(), residuals, unknowns(views)));
    }
}
