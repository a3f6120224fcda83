package dev.jink.perception.avoid;

/**
 * Where an opening was last seen in what bars the way of the wish: when the drone stands before the
 * wall, a gap it flew towards a moment ago has left the picture. This tells to which side to turn
 * for it, and how far to fly along the wall until it is abreast.
 *
 * <p>An opening is a direction that is free, if only just, for a metre more than a wall square to
 * the wish would let it be. The last two that it set out for are not tried again: one that is none would
 * call back for ever. Allocates nothing. Not thread-safe.
 */
final class Glimpse {
    private static final double STEP = Math.toRadians(4);

    /** Nearer to the picture's edge than this, half of a tube is out of the picture. */
    private static final double EDGE = Math.toRadians(6);

    /** Further from the wish a wall is seen along its face, where nothing tells a gap. */
    private static final double MOST_TURN = Math.toRadians(48);

    private static final double BEYOND_M = 1;
    private static final long KEPT_NANOS = 10_000_000_000L;

    /** Two openings nearer to each other than this are the same. */
    private static final double SAME_M = 1.5;

    private static final int TRIED = 2;

    private double x; // of the opening, odometry frame, m
    private double y;
    private long seenNanos;
    private boolean any;
    private final double[] triedX = new double[TRIED];
    private final double[] triedY = new double[TRIED];
    private int tried;

    void forget() {
        any = false;
        tried = 0;
    }

    /**
     * Looks for the opening nearest to the wish, when the wish is in view and its way isn't free.
     *
     * @param azimuth of the wish, rad, level body frame
     * @param widerM of the tube, below 0 for one that just fits
     */
    void look(Surroundings around, double azimuth, double widerM, Motion own, long nowNanos) {
        double left = around.viewLeft() - EDGE;
        double right = around.viewRight() + EDGE;
        if (!own.known || azimuth > left || azimuth < right) {
            return;
        }
        double wallM = clearM(around, azimuth, widerM);
        for (double turn = STEP; turn <= MOST_TURN; turn += STEP) {
            double passedM = wallM / Math.cos(turn) + BEYOND_M;
            if (passedM >= Surroundings.HORIZON_M) {
                return;
            }
            boolean toLeft =
                    azimuth + turn <= left && clearM(around, azimuth + turn, widerM) > passedM;
            boolean toRight =
                    azimuth - turn >= right && clearM(around, azimuth - turn, widerM) > passedM;
            if (toLeft || toRight) {
                double way = own.yaw + azimuth + (toLeft ? turn : -turn);
                double distance = wallM / Math.cos(turn);
                x = own.x + distance * Math.cos(way);
                y = own.y + distance * Math.sin(way);
                seenNanos = nowNanos;
                any = true;
                return;
            }
        }
    }

    /** Where to turn for the opening: 1 left, -1 right, 0 when none was seen of late. */
    int side(Motion own, long nowNanos) {
        if (!any || !own.known || nowNanos - seenNanos > KEPT_NANOS || wasTried()) {
            return 0;
        }
        return along(own.yaw + Math.PI / 2, own) >= 0 ? 1 : -1;
    }

    /**
     * Sets out for the opening: how far, m, in a direction of the odometry frame until it is
     * abreast; 0 when there is none, or not that way.
     */
    double take(double heading, Motion own, long nowNanos) {
        if (side(own, nowNanos) == 0) {
            return 0;
        }
        triedX[tried % TRIED] = x;
        triedY[tried % TRIED] = y;
        tried++;
        any = false;
        return Math.max(0, along(heading, own));
    }

    private boolean wasTried() {
        for (int i = 0; i < Math.min(tried, TRIED); i++) {
            if (Math.hypot(x - triedX[i], y - triedY[i]) < SAME_M) {
                return true;
            }
        }
        return false;
    }

    private double along(double heading, Motion own) {
        return (x - own.x) * Math.cos(heading) + (y - own.y) * Math.sin(heading);
    }

    private static double clearM(Surroundings around, double azimuth, double widerM) {
        return around.clearFromM(0, 0, 0, Math.cos(azimuth), Math.sin(azimuth), 0, widerM);
    }
}
