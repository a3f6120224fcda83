package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import java.util.ArrayList;
import java.util.List;

/**
 * A calibrated camera and what speaks for it.
 *
 * @param lens the model
 * @param camera its numbers
 * @param rmsPx root of the mean squared distance between projected and seen points, pixels
 * @param views what it rests on
 * @param rejected what was left out, with the reason
 * @param half95 half widths of the 95 % intervals: fx fy cx cy, then the coefficients
 */
public record Calibration(
        LensModel lens,
        CameraModel camera,
        double rmsPx,
        List<View> views,
        List<Rejection> rejected,
        double[] half95) {

    /**
     * One view of the board.
     *
     * @param residuals projected minus seen, [points][2] in pixels
     * @param droppedPoints points of the view that did not fit and were left out
     */
    public record View(
            BoardView seen, BoardPose pose, double[] residuals, double rmsPx, int droppedPoints) {}

    /** Half width of the 95 % interval of fx (0), fy (1), cx (2), cy (3) in pixels. */
    public double half95(int parameter) {
        return half95[parameter];
    }

    /** The same, naming also what was left out before it was begun. */
    public Calibration after(List<Rejection> earlier) {
        List<Rejection> all = new ArrayList<>(earlier);
        all.addAll(rejected);
        return new Calibration(lens, camera, rmsPx, views, List.copyOf(all), half95);
    }
}
