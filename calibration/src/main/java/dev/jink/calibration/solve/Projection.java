package dev.jink.calibration.solve;

/**
 * One point of a board on its way to a pixel, with derivatives by the camera's numbers and by the
 * pose. The pose moves as in {@link BoardPose#moved}: with q = R p the derivative of the point is
 * −[q]× by w and 1 by v.
 */
final class Projection {
    private final LensFormula formula;
    private final int parameters;
    private final Bent bent = new Bent();
    private final double[] point = new double[3];

    double u;
    double v;

    /** [2][parameters]. */
    final double[] byCamera;

    /** [2][6]. */
    final double[] byPose = new double[12];

    Projection(LensModel lens) {
        formula = lens.formula();
        parameters = lens.parameters();
        byCamera = new double[2 * parameters];
    }

    /** Whether the formula has a value for the point; if not, the results are undefined. */
    boolean at(double[] camera, BoardPose pose, double x, double y) {
        pose.place(x, y, point);
        if (!formula.bend(camera, point[0], point[1], point[2], bent)) {
            return false;
        }
        u = camera[Camera.FX] * bent.x + camera[Camera.CX];
        v = camera[Camera.FY] * bent.y + camera[Camera.CY];
        double[] t = pose.translation();
        double qx = point[0] - t[0];
        double qy = point[1] - t[1];
        double qz = point[2] - t[2];
        for (int row = 0; row < 2; row++) {
            double focal = camera[row];
            int c = row * parameters;
            byCamera[c + Camera.FX] = row == 0 ? bent.x : 0;
            byCamera[c + Camera.FY] = row == 0 ? 0 : bent.y;
            byCamera[c + Camera.CX] = row == 0 ? 1 : 0;
            byCamera[c + Camera.CY] = row == 0 ? 0 : 1;
            for (int k = Camera.DISTORTION; k < parameters; k++) {
                byCamera[c + k] =
                        focal
                                * bent.byCoefficient[
                                        row * LensModel.MOST_COEFFICIENTS + k - Camera.DISTORTION];
            }
            double dx = focal * bent.byRay[3 * row];
            double dy = focal * bent.byRay[3 * row + 1];
            double dz = focal * bent.byRay[3 * row + 2];
            int b = 6 * row;
            byPose[b] = dz * qy - dy * qz;
            byPose[b + 1] = dx * qz - dz * qx;
            byPose[b + 2] = dy * qx - dx * qy;
            byPose[b + 3] = dx;
            byPose[b + 4] = dy;
            byPose[b + 5] = dz;
        }
        return true;
    }
}
