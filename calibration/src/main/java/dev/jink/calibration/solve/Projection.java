package dev.jink.calibration.solve;

/**
 * One point of a board on its way to a pixel, with derivatives by the camera's numbers and by the
 * pose. The pose moves as in {@link BoardPose#moved}: with q = R p the derivative of the point is
 * −[q]× by w and 1 by v.
 *
 * <p>What is seen of a dot is the middle of its picture. Perspective and lens move that off the
 * picture of its middle, by up to half a pixel: it is computed from the dot's outline.
 */
final class Projection {
    /** Points of a dot's outline: enough for waves of it up to the third. */
    private static final int OUTLINE = 8;

    /** The derivative of a periodic series by its angle, from the values so many points before. */
    private static final double[] SLOPE = new double[OUTLINE];

    static {
        for (int d = 1; d < OUTLINE; d++) {
            SLOPE[d] = (d % 2 == 0 ? 0.5 : -0.5) / Math.tan(d * Math.PI / OUTLINE);
        }
    }

    private final LensFormula formula;
    private final int parameters;
    private final int dots;
    private final Bent bent = new Bent();
    private final double[] point = new double[3];
    private final double[] outlineU = new double[OUTLINE];
    private final double[] outlineV = new double[OUTLINE];

    double u;
    double v;

    /** [2][parameters]. */
    final double[] byCamera;

    /** [2][6]. */
    final double[] byPose = new double[12];

    Projection(LensModel lens) {
        formula = lens.formula();
        parameters = lens.parameters();
        dots = lens.dots();
        byCamera = new double[2 * parameters];
    }

    /**
     * Projects a point, or a dot.
     *
     * @param dotM the dot's radius as measured; 0 for a point. The derivatives by all but the dots'
     *     area are those of its middle: what lies between changes some hundred times less
     * @return whether the formula has a value there; if not, the results are undefined
     */
    boolean at(double[] camera, BoardPose pose, double x, double y, double dotM) {
        return at(camera, pose, x, y)
                && (dotM == 0 || outline(camera, pose, x, y, dotM, camera[dots]));
    }

    private boolean at(double[] camera, BoardPose pose, double x, double y) {
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
            byCamera[c + dots] = 0;
            for (int k = Camera.DISTORTION; k < dots; k++) {
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

    /**
     * Moves u and v to the middle of the outline's picture: Green's theorem, ∮ u dv and ∮ ½u² dv. How
     * far goes with the dot's area.
     *
     * @param excess by what share the dot's area is larger than that of radius dotM
     */
    private boolean outline(
            double[] camera, BoardPose pose, double x, double y, double dotM, double excess) {
        double radiusM = dotM * Math.sqrt(Math.max(0, 1 + excess));
        for (int i = 0; i < OUTLINE; i++) {
            double angle = 2 * Math.PI * i / OUTLINE;
            pose.place(x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle), point);
            if (!formula.bend(camera, point[0], point[1], point[2], bent)) {
                return false;
            }
            outlineU[i] = camera[Camera.FX] * bent.x + camera[Camera.CX] - u;
            outlineV[i] = camera[Camera.FY] * bent.y + camera[Camera.CY] - v;
        }
        double area = 0;
        double momentU = 0;
        double momentV = 0;
        for (int i = 0; i < OUTLINE; i++) {
            double du = slope(outlineU, i);
            double dv = slope(outlineV, i);
            area += (outlineU[i] * dv - outlineV[i] * du) / 2;
            momentU += outlineU[i] * outlineU[i] * dv / 2;
            momentV -= outlineV[i] * outlineV[i] * du / 2;
        }
        u += momentU / area;
        v += momentV / area;
        byCamera[dots] = momentU / area / (1 + excess);
        byCamera[parameters + dots] = momentV / area / (1 + excess);
        return area != 0;
    }

    private static double slope(double[] periodic, int i) {
        double sum = 0;
        for (int d = 1; d < OUTLINE; d++) {
            sum += SLOPE[d] * periodic[(i - d + OUTLINE) % OUTLINE];
        }
        return sum;
    }
}
