package dev.jink.calibration.board;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;

/**
 * Places the centres of a board's dots to a hundredth of a pixel. A dot's centre of darkness, 1 − I /
 * background summed over its surroundings, stands still under blur. It isn't the centre's picture:
 * perspective and lens magnify the nearer half more, by 0.1 to 0.4 px on rendered boards with large
 * dots. By how much, only camera and pose can tell: {@link BoardView#dotM}.
 */
final class CircleCentres {
    /** Half the distance to the next dot, in squares. */
    private static final double REACH = Math.sqrt(0.5);

    /** From here on all is background. */
    private static final double BACKGROUND = 0.85 * REACH;

    /** Inside this all is dot, in squares. */
    private static final double INSIDE = 0.1;

    /** A centre that walks further, in squares, found something else: the finder knew better. */
    private static final double FARTHEST = 0.3;

    /** The light between two dots is as wide as this many deviations of the blur, or more. */
    private static final double CLEAR_BLURS = 6;

    private static final int ROUNDS = 2;

    private final GrayPicture picture;
    private final DMatrixRMaj normal = new DMatrixRMaj(3, 3);
    private final DMatrixRMaj right = new DMatrixRMaj(3, 1);
    private final DMatrixRMaj plane = new DMatrixRMaj(3, 1);

    private double x;
    private double y;
    private double radiusSquare;

    private CircleCentres(GrayPicture picture) {
        this.picture = picture;
    }

    /**
     * @param on [n][2] the points on the board in metres
     * @param centres [n][2] where the finder saw them; moved in place where the refinement holds
     * @return the dots' radius in metres; 0 when no dot could be weighed
     */
    static double refine(GrayPicture picture, Board board, double[] on, double[] centres) {
        CircleCentres dot = new CircleCentres(picture);
        int n = centres.length / 2;
        double[] radii = new double[n];
        int held = 0;
        double[] rough = centres.clone();
        for (int k = 0; k < n; k++) {
            LocalMap map = LocalMap.around(k, on, rough, board.squareM());
            if (map != null && dot.weigh(rough[2 * k], rough[2 * k + 1], map)) {
                centres[2 * k] = dot.x;
                centres[2 * k + 1] = dot.y;
                radii[held++] = dot.radiusSquare;
            }
        }
        if (held == 0) {
            return 0;
        }
        Arrays.sort(radii, 0, held);
        return board.squareM() * Math.sqrt(Math.min(REACH * REACH, radii[held / 2]));
    }

    /**
     * The view without dots that stand so close that blur runs their darkness together: on a leaning
     * board it does so on one side more, which moves their centres by up to a twentieth of a pixel. The
     * half that stands widest apart stays, however small the board is seen.
     */
    static BoardView apart(Board board, BoardView view) {
        double gap = 2 * (REACH - view.dotM() / board.squareM());
        double[] light = new double[view.points()];
        for (int k = 0; k < light.length; k++) {
            LocalMap map = LocalMap.around(k, view.board(), view.pixels(), board.squareM());
            light[k] = map == null ? 0 : gap * map.leastScale();
        }
        double[] sorted = light.clone();
        Arrays.sort(sorted);
        double least = Math.min(CLEAR_BLURS * view.blurPx(), sorted[sorted.length / 2]);
        boolean[] close = new boolean[light.length];
        for (int k = 0; k < close.length; k++) {
            close[k] = light[k] < least;
        }
        return view.without(close);
    }

    /** Centre and radius of the darkness around a place; false when there is no dot to speak of. */
    private boolean weigh(double startX, double startY, LocalMap map) {
        double[] j = map.first();
        double area = map.area();
        x = startX;
        y = startY;
        double farthest = FARTHEST * Math.sqrt(Math.abs(area));
        for (int round = 0; round < ROUNDS; round++) {
            if (!background(j, area)) {
                return false;
            }
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            double inside = 0;
            int insides = 0;
            int reachX = reach(j[0], j[1]);
            int reachY = reach(j[2], j[3]);
            for (int v = (int) y - reachY; v <= y + reachY; v++) {
                for (int u = (int) x - reachX; u <= x + reachX; u++) {
                    double qx = u - x;
                    double qy = v - y;
                    double rho = rho(j, area, qx, qy);
                    if (rho > REACH) {
                        continue;
                    }
                    double dark = 1 - picture.at(u, v) / level(qx, qy);
                    sum += dark;
                    sumX += dark * qx;
                    sumY += dark * qy;
                    if (rho < INSIDE || Math.max(Math.abs(qx), Math.abs(qy)) <= 1) {
                        inside += dark;
                        insides++;
                    }
                }
            }
            if (!(inside > 0 && sum > 0)) {
                return false;
            }
            x += sumX / sum;
            y += sumY / sum;
            radiusSquare = sum * insides / inside / (Math.PI * Math.abs(area));
        }
        return Math.hypot(x - startX, y - startY) < farthest;
    }

    /** The plane through the light between the dots; false when the picture ends before. */
    private boolean background(double[] j, double area) {
        int reachX = reach(j[0], j[1]);
        int reachY = reach(j[2], j[3]);
        if (x - reachX < 1
                || y - reachY < 1
                || x + reachX > picture.width() - 2
                || y + reachY > picture.height() - 2) {
            return false;
        }
        normal.zero();
        right.zero();
        for (int v = (int) y - reachY; v <= y + reachY; v++) {
            for (int u = (int) x - reachX; u <= x + reachX; u++) {
                double rho = rho(j, area, u - x, v - y);
                if (rho >= BACKGROUND && rho <= REACH) {
                    double[] row = {1, u - x, v - y};
                    for (int a = 0; a < 3; a++) {
                        right.data[a] += row[a] * picture.at(u, v);
                        for (int b = 0; b < 3; b++) {
                            normal.data[3 * a + b] += row[a] * row[b];
                        }
                    }
                }
            }
        }
        return CommonOps_DDRM.solve(normal, right, plane) && plane.data[0] > 1;
    }

    private double level(double qx, double qy) {
        return Math.max(1, plane.data[0] + plane.data[1] * qx + plane.data[2] * qy);
    }

    private static int reach(double byX, double byY) {
        return (int) Math.ceil(REACH * Math.hypot(byX, byY));
    }

    /** Distance on the board, in squares. */
    private static double rho(double[] j, double area, double qx, double qy) {
        return Math.hypot(j[3] * qx - j[1] * qy, j[0] * qy - j[2] * qx) / Math.abs(area);
    }
}
