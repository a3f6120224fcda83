package dev.jink.sim.camera;

import dev.jink.sim.scene.Light;

/**
 * A solid as the sun sees it: flat, east level and up leaning, both across the sun's direction.
 * Everything is wider than the truth by more than any rounding. Reused for every solid.
 */
final class Outline {
    private static final double SLACK_M = 1e-6;

    double leastEast;
    double mostEast;
    double leastUp;
    double mostUp;

    /** No point of the solid is further towards the sun. */
    double mostSun;

    private double sunX;
    private double sunY;
    private double sunZ;
    private double eastX;
    private double eastY;
    private double upX;
    private double upY;
    private double upZ;
    // The solid's middle; half its three axes, of which a stem's is only the first; and how far
    // its surface is from these.
    private double middleEast;
    private double middleUp;
    private final double[] halfEast = new double[3];
    private final double[] halfUp = new double[3];
    private boolean round;
    private double thick;

    /** Looks from another sun. */
    void look(Light light) {
        sunX = light.sunX();
        sunY = light.sunY();
        sunZ = light.sunZ();
        double level = Math.max(1e-6, Math.hypot(sunX, sunY));
        eastX = -sunY / level;
        eastY = sunX / level;
        upX = -sunZ * sunX / level;
        upY = -sunZ * sunY / level;
        upZ = level;
    }

    double east(double x, double y) {
        return eastX * x + eastY * y;
    }

    double up(double x, double y, double z) {
        return upX * x + upY * y + upZ * z;
    }

    double sun(double x, double y, double z) {
        return sunX * x + sunY * y + sunZ * z;
    }

    /** Fills this for solid i. */
    void of(Geometry g, int i) {
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        double x = p[r];
        double y = p[r + 1];
        double z = p[r + 2];
        double toSun = 0;
        if (g.kind(i) <= Geometry.ELLIPSOID) {
            round = g.kind(i) == Geometry.ELLIPSOID;
            thick = SLACK_M;
            double cos = p[r + 6];
            double sin = p[r + 7];
            toSun += axis(0, cos * p[r + 3], sin * p[r + 3], 0);
            toSun += axis(1, -sin * p[r + 4], cos * p[r + 4], 0);
            toSun += axis(2, 0, 0, p[r + 5]);
        } else {
            round = false;
            thick = g.thickness(i) + SLACK_M;
            double half = p[r + 6] / 2;
            toSun += axis(0, half * p[r + 3], half * p[r + 4], half * p[r + 5]);
            axis(1, 0, 0, 0);
            axis(2, 0, 0, 0);
            x += half * p[r + 3];
            y += half * p[r + 4];
            z += half * p[r + 5];
        }
        middleEast = east(x, y);
        middleUp = up(x, y, z);
        double toEast = reach(1, 0);
        double toUp = reach(0, 1);
        leastEast = middleEast - toEast;
        mostEast = middleEast + toEast;
        leastUp = middleUp - toUp;
        mostUp = middleUp + toUp;
        mostSun = sun(x, y, z) + toSun + thick;
    }

    /**
     * @return how far it reaches towards the sun
     */
    private double axis(int k, double x, double y, double z) {
        halfEast[k] = east(x, y);
        halfUp[k] = up(x, y, z);
        return Math.abs(sun(x, y, z));
    }

    /** How far the solid reaches from its middle along (east, up), times that one's length. */
    private double reach(double east, double up) {
        double a = halfEast[0] * east + halfUp[0] * up;
        double b = halfEast[1] * east + halfUp[1] * up;
        double c = halfEast[2] * east + halfUp[2] * up;
        double axes =
                round ? Math.sqrt(a * a + b * b + c * c) : Math.abs(a) + Math.abs(b) + Math.abs(c);
        return axes + thick * Math.sqrt(east * east + up * up);
    }

    /**
     * Whether a part of the solid may lie in the square around (east, up): cheap, never wrongly
     * false. Else a line parts them: one beside a stem's axis, or one across the way from the
     * solid's middle to the square's.
     */
    boolean meets(double east, double up, double halfSquare) {
        east -= middleEast;
        up -= middleUp;
        boolean stem = thick > SLACK_M;
        double acrossEast = stem ? -halfUp[0] : east;
        double acrossUp = stem ? halfEast[0] : up;
        double apart = Math.abs(acrossEast * east + acrossUp * up);
        double square = halfSquare * (Math.abs(acrossEast) + Math.abs(acrossUp));
        return apart <= square + reach(acrossEast, acrossUp);
    }
}
