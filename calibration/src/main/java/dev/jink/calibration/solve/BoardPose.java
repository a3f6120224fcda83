package dev.jink.calibration.solve;

/**
 * Where a board stands before a camera: p(optical) = R p(board) + t, in metres. Immutable.
 *
 * @param rotation 3x3, row-major, optical from board
 * @param translation [3]
 */
public record BoardPose(double[] rotation, double[] translation) {

    /** The point of the board's plane in the optical frame. */
    void place(double x, double y, double[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = rotation[3 * i] * x + rotation[3 * i + 1] * y + translation[i];
        }
    }

    /**
     * The pose turned by the small rotation vector w about the optical axes, R' = exp(w) R, and
     * moved by v.
     *
     * @param step [6] w then v
     */
    BoardPose moved(double[] step) {
        double[] turn = Rotations.ofVector(step[0], step[1], step[2]);
        double[] t = translation.clone();
        for (int i = 0; i < 3; i++) {
            t[i] += step[3 + i];
        }
        return new BoardPose(Rotations.times(turn, rotation), t);
    }

    /** The board's normal in the optical frame, [3]; straight on it is (0, 0, 1). */
    public double[] normal() {
        return new double[] {rotation[2], rotation[5], rotation[8]};
    }

    /** Angle between the optical axis and the board's normal. */
    public double tiltRad() {
        return Math.acos(Math.min(1, Math.abs(rotation[8])));
    }
}
