package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A calibrated camera and what speaks for it.
 *
 * @param lens the model
 * @param camera its numbers
 * @param rmsPx root of the mean squared distance between projected and seen points, pixels
 * @param views what it rests on
 * @param rejected what was left out, with the reason
 * @param covariance of fx fy cx cy, then the coefficients, [n][n]; pixels where they are pixels
 */
public record Calibration(
        LensModel lens,
        CameraModel camera,
        double rmsPx,
        List<View> views,
        List<Rejection> rejected,
        DMatrixRMaj covariance) {

    /** Two-sided 95 % of the normal distribution, in deviations. */
    private static final double NORMAL_95 = 1.96;

    /**
     * One view of the board.
     *
     * @param residuals projected minus seen, [points][2] in pixels
     * @param droppedPoints points of the view that did not fit and were left out
     */
    public record View(
            BoardView seen, BoardPose pose, double[] residuals, double rmsPx, int droppedPoints) {}

    /**
     * Half width of the 95 % interval of fx (0), fy (1), cx (2), cy (3) in pixels, and of the
     * coefficients (from 4 on).
     */
    public double half95(int parameter) {
        return NORMAL_95 * Math.sqrt(covariance.get(parameter, parameter));
    }

    /** The half widths of all. */
    public double[] half95() {
        return IntStream.range(0, covariance.numRows).mapToDouble(this::half95).toArray();
    }

    /** The same, naming also what was left out before it was begun. */
    public Calibration after(List<Rejection> earlier) {
        List<Rejection> all = new ArrayList<>(earlier);
        all.addAll(rejected);
        return new Calibration(lens, camera, rmsPx, views, List.copyOf(all), covariance);
    }
}
