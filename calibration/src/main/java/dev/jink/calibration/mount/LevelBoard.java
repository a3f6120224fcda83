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
import java.util.Arrays;
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
     * The mount before a board and a drone that stand still: the pictures' points are averaged, so
     * that what is wrong with all of them alike doesn't count as if it were wrong by chance.
     *
     * @param cameraCovariance of the camera's numbers, as {@code Calibration.covariance}; zeros when
     *     it is taken as exact
     * @throws CalibrationException in one line when the pictures allow no mount
     */
    public static MountEstimate estimate(
            CameraModel camera,
            DMatrixRMaj cameraCovariance,
            Board board,
            List<BoardView> views,
            Known known) {
        if (views.isEmpty()) {
            throw new CalibrationException(
                    "mount: the board is in none of the pictures, wanted it in one or more: check"
                            + " --board, and that all of the board is in sight");
        }
        List<BoardView> upright = upright(camera, board, views, known);
        BundleAdjustment each = placed(camera, upright);
        BundleAdjustment all = placed(camera, List.of(BoardView.mean(upright)));
        BoardPose pose = all.poses()[0];
        DMatrixRMaj covariance = all.poseCovariance(0, cameraCovariance);
        if (covariance == null) {
            throw noPose();
        }
        scattered(covariance, each.poses(), pose);
        return seen(board, pose, covariance, known);
    }

    private static BundleAdjustment placed(CameraModel camera, List<BoardView> views) {
        BundleAdjustment placed = BundleAdjustment.ofPoses(camera, views);
        if (placed == null) {
            throw noPose();
        }
        return placed;
    }

    private static CalibrationException noPose() {
        return new CalibrationException(
                "mount: the board allows no pose, wanted points in sight of the lens: check the"
                        + " camera's calibration");
    }

    /** A finder may begin at either end of a board: all views from the end that is expected. */
    private static List<BoardView> upright(
            CameraModel camera, Board board, List<BoardView> views, Known known) {
        BoardPose[] poses = placed(camera, views).poses();
        double[] body = known.setup().bodyFromBoard();
        double[] half = Rotations.times(body, Rotations.ofVector(0, 0, Math.PI));
        List<BoardView> upright = new ArrayList<>();
        for (int i = 0; i < poses.length; i++) {
            double[] boardFromOptical = Rotations.transposed(poses[i].rotation());
            boolean turned =
                    angle(Rotations.times(half, boardFromOptical), known.expected())
                            < angle(Rotations.times(body, boardFromOptical), known.expected());
            upright.add(turned ? views.get(i).turned(board) : views.get(i));
        }
        return upright;
    }

    private static double angle(double[] bodyFromOptical, Mount expected) {
        return MountEstimate.angleRad(MountEstimate.mount(bodyFromOptical, 0, 0, 0), expected);
    }

    /** Widens the mean pose's variances where the pictures' own poses scatter by more; refuses too wide ones. */
    private static void scattered(DMatrixRMaj covariance, BoardPose[] each, BoardPose mean) {
        int n = each.length;
        double[] backward = Rotations.transposed(mean.rotation());
        double[] scatter = new double[6];
        for (BoardPose one : each) {
            double[] w = Rotations.toVector(Rotations.times(one.rotation(), backward));
            for (int k = 0; k < 3; k++) {
                double v = one.translation()[k] - mean.translation()[k];
                scatter[k] += w[k] * w[k] / Math.max(1, n - 1);
                scatter[3 + k] += v * v / Math.max(1, n - 1);
            }
        }
        double apartRad = 0;
        double halfRad = 0;
        for (int k = 0; k < 6; k++) {
            covariance.set(k, k, Math.max(covariance.get(k, k), scatter[k] / n));
        }
        for (int k = 0; k < 3; k++) {
            apartRad = Math.max(apartRad, NORMAL_95 * Math.sqrt(scatter[k] / n));
            halfRad = Math.max(halfRad, NORMAL_95 * Math.sqrt(covariance.get(k, k)));
        }
        require(
                apartRad,
                "the pictures contradict each other by",
                "leave board and drone where they are between pictures");
        require(
                halfRad,
                "points and camera leave the mount open by",
                "bring the board nearer, or calibrate the camera better");
    }

    private static void require(double halfRad, String what, String wayOut) {
        if (!(halfRad <= MOST_HALF_RAD)) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "mount: %s %.1f degrees, wanted %.0f or less: %s",
                            what,
                            Math.toDegrees(halfRad),
                            Math.toDegrees(MOST_HALF_RAD),
                            wayOut));
        }
    }

    /**
     * From the board's pose R, t to the camera in the body. With the board turned by B in the body, its
     * middle c on the board and m in the body, the camera looks as L = B Rᵀ and stands at p = m − L (R c
     * + t).
     */
    private static MountEstimate seen(
            Board board, BoardPose pose, DMatrixRMaj covariance, Known known) {
        double[] look =
                Rotations.times(
                        known.setup().bodyFromBoard(), Rotations.transposed(pose.rotation()));
        double[] c = {board.x(board.pointsInRow() - 1) / 2, board.y(board.points() - 1) / 2, 0};
        double[] optical = Rotations.turn(pose.rotation(), c);
        for (int k = 0; k < 3; k++) {
            optical[k] += pose.translation()[k];
        }
        double[] ahead = Rotations.turn(look, optical);
        DMatrixRMaj place = placeCovariance(look, pose.translation(), covariance);
        DMatrixRMaj turn = CommonOps_DDRM.extract(covariance, 0, 3, 0, 3);
        // A board or drone off level by e turns L by e and moves p by e × (p − m).
        double level = known.levelRad() * known.levelRad() / NORMAL_95 / NORMAL_95;
        double far2 = ahead[0] * ahead[0] + ahead[1] * ahead[1] + ahead[2] * ahead[2];
        for (int k = 0; k < 3; k++) {
            turn.add(k, k, level);
            place.add(k, k, level * (far2 - ahead[k] * ahead[k]));
        }
        double[] at = {known.expected().xM(), known.expected().yM(), known.expected().zM()};
        double[] half95 = Arrays.copyOf(MountEstimate.angleHalves(look, turn), 6);
        for (int k = 0; k < 3; k++) {
            double half = Math.hypot(known.placeM(), NORMAL_95 * Math.sqrt(place.get(k, k)));
            boolean measured = !Double.isNaN(known.middleM()[k]);
            at[k] = measured ? known.middleM()[k] - ahead[k] : at[k];
            half95[3 + k] = measured ? half : Double.POSITIVE_INFINITY;
        }
        return new MountEstimate(MountEstimate.mount(look, at[0], at[1], at[2]), half95);
    }

    /**
     * The covariance of p, [3][3], from that of the board's pose over (w, v). Of R' = exp(w) R and t' =
     * t + v come L' = L exp(−w) and dp = L (w × t − v) = −L [t]× w − L v.
     */
    private static DMatrixRMaj placeCovariance(double[] look, double[] t, DMatrixRMaj pose) {
        double[] cross = {0, -t[2], t[1], t[2], 0, -t[0], -t[1], t[0], 0};
        DMatrixRMaj byPose = new DMatrixRMaj(3, 6);
        CommonOps_DDRM.insert(DMatrixRMaj.wrap(3, 3, Rotations.times(look, cross)), byPose, 0, 0);
        CommonOps_DDRM.insert(DMatrixRMaj.wrap(3, 3, look), byPose, 0, 3);
        DMatrixRMaj left = new DMatrixRMaj(3, 6);
        DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(byPose, pose, left);
        CommonOps_DDRM.multTransB(left, byPose, covariance);
        return covariance;
    }
}
