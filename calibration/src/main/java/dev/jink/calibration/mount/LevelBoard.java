package dev.jink.calibration.mount;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.BundleAdjustment;
import dev.jink.calibration.solve.Rotations;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The mount from pictures of a board set up with a spirit level before the drone, which stands
 * level: the board's pose before the camera, and where the board is known to be in the body, leave
 * the camera in the body.
 */
public final class LevelBoard {
    /** Two-sided 95 % of the normal distribution, in deviations. */
    private static final double NORMAL_95 = 1.96;

    private static final double MOST_HALF_RAD = Math.toRadians(5);

    /** How the board is set up. Its rows are level and square to the drone's nose in both. */
    public enum Setup {
        /** Upright before the drone, facing it. */
        STANDS(new double[] {0, 0, 1, -1, 0, 0, 0, -1, 0}),
        /** Flat, printed side up, its last row nearest to the drone. */
        LIES(new double[] {0, -1, 0, -1, 0, 0, 0, 0, -1});

        /** Columns: the board's x, y and z in the body. */
        private final double[] bodyFromBoard;

        Setup(double[] bodyFromBoard) {
            this.bodyFromBoard = bodyFromBoard;
        }

        /** 3x3, row-major. */
        public double[] bodyFromBoard() {
            return bodyFromBoard.clone();
        }
    }

    /**
     * What is known before looking.
     *
     * @param middleM the middle of the board's points in the body: forward, left, up; NaN where it
     *     was not measured
     * @param expected the mount as far as it is known: tells a board from the same turned by half,
     *     and fills in what was not measured
     * @param levelRad how true the board stands, as half of a 95 % interval
     * @param placeM how true its place was measured, likewise
     */
    public record Known(
            Setup setup, double[] middleM, Mount expected, double levelRad, double placeM) {}

    private LevelBoard() {}

    /**
     * @param centreHalf95Px half width of the camera's principal point's interval: it turns the
     *     mount by as much as it is off; 0 when unknown
     * @throws CalibrationException in one line when the pictures allow no mount
     */
    public static MountEstimate estimate(
            CameraModel camera,
            double centreHalf95Px,
            Board board,
            List<BoardView> views,
            Known known) {
        if (views.isEmpty()) {
            throw new CalibrationException(
                    "mount: the board is in none of the pictures, wanted it in one or more: check"
                            + " --board, and that all of the board is in sight");
        }
        BundleAdjustment placed = BundleAdjustment.ofPoses(camera, views);
        if (placed == null) {
            throw new CalibrationException(
                    "mount: the board allows no pose, wanted points in sight of the lens: check"
                            + " the camera's calibration");
        }
        double[] middle = {
            board.x(board.pointsInRow() - 1) / 2, board.y(board.points() - 1) / 2, 0
        };
        double[] body = known.setup().bodyFromBoard();
        double[] half = Rotations.times(body, Rotations.ofVector(0, 0, Math.PI));
        List<double[]> looks = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        DMatrixRMaj mean = new DMatrixRMaj(6, 6);
        for (int i = 0; i < views.size(); i++) {
            BoardPose pose = placed.poses()[i];
            double[] boardFromOptical = Rotations.transposed(pose.rotation());
            double[] upright = Rotations.times(body, boardFromOptical);
            double[] turned = Rotations.times(half, boardFromOptical);
            double[] look =
                    angle(upright, known.expected()) <= angle(turned, known.expected())
                            ? upright
                            : turned;
            looks.add(look);
            double[] there = Rotations.turn(pose.rotation(), middle);
            for (int k = 0; k < 3; k++) {
                there[k] += pose.translation()[k];
            }
            places.add(there);
            DMatrixRMaj covariance = placed.poseCovariance(i);
            if (covariance != null) {
                CommonOps_DDRM.addEquals(mean, 1.0 / views.size(), covariance);
            }
        }
        return combine(camera, centreHalf95Px, looks, places, mean, known);
    }

    private static double angle(double[] bodyFromOptical, Mount expected) {
        return MountEstimate.angleRad(MountEstimate.mount(bodyFromOptical, 0, 0, 0), expected);
    }

    /** The mean of the views, and the larger of what their points and their scatter say of it. */
    private static MountEstimate combine(
            CameraModel camera,
            double centreHalf95Px,
            List<double[]> looks,
            List<double[]> places,
            DMatrixRMaj covariance,
            Known known) {
        int n = looks.size();
        double[] first = looks.get(0);
        double[] w = new double[3];
        List<double[]> off = new ArrayList<>();
        for (double[] look : looks) {
            double[] v = Rotations.toVector(Rotations.times(Rotations.transposed(first), look));
            off.add(v);
            for (int k = 0; k < 3; k++) {
                w[k] += v[k] / n;
            }
        }
        double[] look = Rotations.times(first, Rotations.ofVector(w[0], w[1], w[2]));
        DMatrixRMaj turn = new DMatrixRMaj(3, 3);
        for (int k = 0; k < 3; k++) {
            double scatter = 0;
            for (double[] v : off) {
                scatter += (v[k] - w[k]) * (v[k] - w[k]) / Math.max(1, n - 1);
            }
            double level = known.levelRad() / NORMAL_95;
            double axis =
                    k == 2 ? 0 : centreHalf95Px / NORMAL_95 / Math.min(camera.fx(), camera.fy());
            turn.set(
                    k,
                    k,
                    Math.max(covariance.get(k, k), scatter) / n + level * level + axis * axis);
        }
        double[] half95 = new double[6];
        System.arraycopy(MountEstimate.angleHalves(look, turn), 0, half95, 0, 3);
        double worst = Math.max(half95[0], Math.max(half95[1], half95[2]));
        if (!(worst <= MOST_HALF_RAD)) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "mount: the pictures contradict each other by %.1f degrees, wanted %.0f"
                                + " or less: leave board and drone where they are between pictures",
                            Math.toDegrees(worst),
                            Math.toDegrees(MOST_HALF_RAD)));
        }
        double[] at = new double[3];
        double[] given = {known.expected().xM(), known.expected().yM(), known.expected().zM()};
        for (int k = 0; k < 3; k++) {
            List<Double> found = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                found.add(known.middleM()[k] - Rotations.turn(look, places.get(i))[k]);
            }
            if (Double.isNaN(known.middleM()[k])) {
                at[k] = given[k];
                half95[3 + k] = Double.POSITIVE_INFINITY;
                continue;
            }
            at[k] = found.stream().mapToDouble(v -> v).average().orElse(0);
            double spread = Collections.max(found) - Collections.min(found);
            double far = Math.sqrt(covariance.get(3 + k, 3 + k));
            double lever = half95[0] + half95[1] + half95[2];
            double distance = Math.abs(places.get(0)[2]);
            half95[3 + k] =
                    Math.hypot(
                            known.placeM(),
                            Math.hypot(
                                    NORMAL_95 * Math.max(far, spread / 2) / Math.sqrt(n),
                                    lever / 3 * distance));
        }
        return new MountEstimate(MountEstimate.mount(look, at[0], at[1], at[2]), half95);
    }
}
