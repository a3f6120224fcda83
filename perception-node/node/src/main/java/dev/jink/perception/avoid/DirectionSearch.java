package dev.jink.perception.avoid;

/**
 * Chooses where to fly: among directions inside the view, the one that costs least.
 *
 * <p>Cost = angle from the wanted direction + a share of the angle from the last choice + the
 * dislike of a short free way. The dislike is 0 for a way as long as one looks ahead, and grows
 * the faster the shorter the way: D(w) = 1 − w/L + U·(1/w − 1/L). It is taken of the tube and,
 * with less weight, of a wider one, so that of two free ways the roomier wins.
 *
 * <p>A drone under way can't change direction on the spot. From its velocity v it takes the time
 * t = |u·|v| − v| / a to fly along u as fast, and in that time it gets to q = v·t₀ + (v +
 * u·|v|)/2 · t, with t₀ the time until it answers. So the free way along u is that of the
 * straight line to q and, when this is free, from there along u.
 *
 * <p>Where the way is short, a tube that gives up half of its margin is tried as well, at a price:
 * doors and gaps are passed so, slowly (see {@link Straying}), and not for a short cut.
 *
 * <p>The wanted direction itself is always among the candidates: with nothing near it is flown
 * exactly.
 */
final class DirectionSearch {
    private static final int AZIMUTHS = 41;
    private static final int ELEVATIONS = 5;

    /** An angle upwards or downwards counts this much more than one to the side. */
    private static final double VERTICAL = 2;

    private static final double STICK = 0.3;
    private static final double SHORTAGE = 1;

    /** Weight of 1 / way: the nearer the end of a way, the more another is worth. */
    private static final double URGENCY_M = 1;

    private static final double SHORTEST_WAY_M = 0.3;
    private static final double SOFT_SHARE = 0.4;
    private static final double LEAST_LOOK_M = 9;

    /** Share of the margin that is given up where there is no other way. */
    private static final double SQUEEZE_SHARE = 0.55;

    private static final double SQUEEZE_COST = 0.3;
    private static final double LEAST_SQUEEZED_M = 2;
    private static final double LOOK_SECONDS = 3;

    /** The reaction time is up to when the drone has wholly answered; it starts to before. */
    private static final double ANSWER_SHARE = 0.5;

    /** How much wider than the tube the second, soft one is. */
    private static final double SOFT_M = 0.4;

    private static final double LEAST_LEG_M = 0.05;

    private final PlannerSettings settings;
    private final Braking braking;
    private final Straying straying;
    private final double[] azimuths = new double[AZIMUTHS];
    private final double[] cosAzimuth = new double[AZIMUTHS];
    private final double[] sinAzimuth = new double[AZIMUTHS];

    /** The choice, after {@link #choose} returned true: rad, and a unit vector. */
    double azimuth;

    double elevation;
    double ux;
    double uy;
    double uz;

    /** Free way along the choice, m, what isn't known included. */
    double clearM;

    /** Whether it is the unknown that ends this free way. */
    boolean endsInUnknown;

    // Where the drone will be when it flies along the choice.
    private double turnX;
    private double turnY;
    private double turnZ;

    // How much wider than the tube, m, below 0, the choice's way is measured.
    private double widerM;

    private double bestCost;
    private double vx;
    private double vy;
    private double vz;
    private double speed;

    // What a call of choose is about.
    private Surroundings around;
    private double wantedAzimuth;
    private double lastAzimuth;
    private boolean mayDescend;
    private double unknownUsedM;
    private double lookM;

    DirectionSearch(PlannerSettings settings) {
        this.settings = settings;
        braking = settings.braking();
        straying = new Straying(settings);
        for (int i = 0; i < AZIMUTHS; i++) {
            double share = 2.0 * i / (AZIMUTHS - 1) - 1;
            azimuths[i] = share * settings.maxOffAxis();
            cosAzimuth[i] = Math.cos(azimuths[i]);
            sinAzimuth[i] = Math.sin(azimuths[i]);
        }
    }

    /** States the drone's velocity, level body frame, m/s, for the calls to come. */
    void under(double ownVx, double ownVy, double ownVz) {
        vx = ownVx;
        vy = ownVy;
        vz = ownVz;
        speed = Math.sqrt(vx * vx + vy * vy + vz * vz);
    }

    /**
     * @param wantedAzimuth rad, any
     * @param wantedElevation rad
     * @param lastAzimuth the last choice as seen from the present heading, rad; NaN = none
     * @param wantedSpeed the wanted speed, m/s
     * @param leastClearM free way a direction must have to be chosen
     * @param mayDescend whether to evade downwards
     * @param unknownUsedM way already flown into what isn't known, m
     * @return whether there is a direction with enough free way
     */
    boolean choose(
            Surroundings around,
            double wantedAzimuth,
            double wantedElevation,
            double lastAzimuth,
            double wantedSpeed,
            double leastClearM,
            boolean mayDescend,
            double unknownUsedM) {
        this.around = around;
        this.wantedAzimuth = wantedAzimuth;
        this.lastAzimuth = lastAzimuth;
        this.mayDescend = mayDescend;
        this.unknownUsedM = unknownUsedM;
        lookM = Math.clamp(wantedSpeed * LOOK_SECONDS, LEAST_LOOK_M, Surroundings.HORIZON_M);
        bestCost = Double.POSITIVE_INFINITY;
        sweep(wantedElevation, leastClearM, 0, 0);
        if (bestCost == Double.POSITIVE_INFINITY || clearM < lookM) {
            double least = Math.max(leastClearM, LEAST_SQUEEZED_M);
            sweep(wantedElevation, least, squeezeM(), SQUEEZE_COST);
        }
        return bestCost < Double.POSITIVE_INFINITY;
    }

    /** How much wider the tube is, m, below 0, that just fits through a door. */
    double squeezeM() {
        return -SQUEEZE_SHARE * settings.marginM();
    }

    /** Looks at all directions for a tube so much wider, whose choice costs so much more. */
    private void sweep(double wantedElevation, double leastM, double wider, double more) {
        double left = Math.min(settings.maxOffAxis(), 0.75 * around.viewLeft());
        double right = Math.max(-settings.maxOffAxis(), 0.75 * around.viewRight());
        double nearAzimuth = Math.clamp(wantedAzimuth, right, left);
        double step = settings.maxClimb() / (ELEVATIONS / 2);
        for (int e = 0; e < ELEVATIONS; e++) {
            // 0, +1, -1, +2, -2 steps from the wanted elevation.
            double offset = ((e + 1) / 2) * ((e & 1) == 1 ? step : -step);
            if ((offset < 0 && !mayDescend) || (e > 0 && step == 0)) {
                continue;
            }
            double el = wantedElevation + offset;
            double ce = Math.cos(el);
            double se = Math.sin(el);
            double climb = VERTICAL * offset;
            double ca = Math.cos(nearAzimuth);
            double sa = Math.sin(nearAzimuth);
            for (int a = -1; a < AZIMUTHS; a++) {
                double az = a < 0 ? nearAzimuth : azimuths[a];
                if (az > left || az < right) {
                    continue;
                }
                double turn = Math.abs(az - wantedAzimuth);
                double cost = more + Math.sqrt(turn * turn + climb * climb);
                cost += Double.isNaN(lastAzimuth) ? 0 : STICK * Math.abs(az - lastAzimuth);
                if (cost < bestCost) {
                    double x = ce * (a < 0 ? ca : cosAzimuth[a]);
                    double y = ce * (a < 0 ? sa : sinAzimuth[a]);
                    consider(az, el, x, y, se, cost, leastM, wider);
                }
            }
        }
    }

    private void consider(
            double az,
            double el,
            double x,
            double y,
            double z,
            double angleCost,
            double leastClearM,
            double wider) {
        double dx = x * speed - vx;
        double dy = y * speed - vy;
        double dz = z * speed - vz;
        double turn = Math.sqrt(dx * dx + dy * dy + dz * dz) / settings.maxAccel();
        double late = ANSWER_SHARE * settings.reactionSeconds() + turn;
        double qx = vx * late + dx * turn / 2;
        double qy = vy * late + dy * turn / 2;
        double qz = vz * late + dz * turn / 2;
        double q = Math.sqrt(qx * qx + qy * qy + qz * qz);
        double known = Surroundings.HORIZON_M;
        if (q > LEAST_LEG_M) {
            known = around.clearUpToM(q, qx / q, qy / q, qz / q, wider);
        }
        boolean turns = known >= q;
        if (turns) {
            double least = Math.max(0, leastClearM - q);
            double on = around.clearFromM(qx, qy, qz, x, y, z, wider, least);
            if (on < least) {
                return;
            }
            known = Math.min(Surroundings.HORIZON_M, q + on);
        }
        if (isNoBetter(known, angleCost, leastClearM)) {
            return;
        }
        double unknown = around.unknownClearM(x, y, z);
        boolean intoUnknown = unknown < Surroundings.HORIZON_M && unknown - unknownUsedM < known;
        double clear = intoUnknown ? Math.max(0, unknown - unknownUsedM) : known;
        if (isNoBetter(clear, angleCost, leastClearM)) {
            return;
        }
        double soft = turns ? q + around.clearFromM(qx, qy, qz, x, y, z, wider + SOFT_M) : clear;
        double cost =
                angleCost
                        + (1 - SOFT_SHARE) * dislike(clear)
                        + SOFT_SHARE * dislike(Math.min(clear, soft));
        if (cost < bestCost) {
            bestCost = cost;
            azimuth = az;
            elevation = el;
            ux = x;
            uy = y;
            uz = z;
            clearM = clear;
            endsInUnknown = intoUnknown;
            widerM = wider;
            turnX = qx;
            turnY = qy;
            turnZ = qz;
        }
    }

    /** Whether a direction with a free way of at most this length can't become the choice. */
    private boolean isNoBetter(double wayM, double angleCost, double leastClearM) {
        return wayM < leastClearM || angleCost + dislike(wayM) >= bestCost;
    }

    /** What a free way of this length costs; none when it is as long as one looks ahead. */
    private double dislike(double wayM) {
        double way = Math.clamp(wayM, SHORTEST_WAY_M, lookM);
        return SHORTAGE * (1 - way / lookM) + URGENCY_M * (1 / way - 1 / lookM);
    }

    /** The highest speed, m/s, for the choice's free way. */
    double speedBound(Surroundings around) {
        double known = straying.bound(around, widerM, turnX, turnY, turnZ, ux, uy, uz);
        return Math.min(known, braking.speedBound(clearM));
    }

    /** The same for a straight way along a unit vector, from here. */
    double straightBound(Surroundings around, double x, double y, double z) {
        return straying.bound(around, widerM, 0, 0, 0, x, y, z);
    }

    /** The more open side: +1 left, −1 right; free ways of all level directions, summed up. */
    static int openerSide(Surroundings around, double reach) {
        double balance = 0;
        for (int i = 1; i <= 12; i++) {
            double az = reach * i / 12;
            double c = Math.cos(az);
            double s = Math.sin(az);
            balance += around.clearM(c, s, 0) - around.clearM(c, -s, 0);
        }
        return balance >= 0 ? 1 : -1;
    }
}
