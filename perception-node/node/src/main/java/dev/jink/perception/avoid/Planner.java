package dev.jink.perception.avoid;

import dev.jink.calibration.CellRays;
import dev.jink.perception.sight.ObstacleGrid;

/**
 * Bends the wanted velocity around what is near.
 *
 * <p>The drone flies where its camera looks: it turns towards the chosen direction, and its
 * velocity stays inside the part of the view it may use. In this order:
 *
 * <ol>
 *   <li>A number that isn't finite, in the wish or in its own motion: brake at once.
 *   <li>Nothing wanted: velocity zero at once; a wanted yaw rate is obeyed.
 *   <li>More of the view unknown than allowed: slow down and stop.
 *   <li>The wish points more than 60° aside (or backwards): stop, turn until it is in view, then
 *       fly. Between the usable view and 60° it flies along the edge of the view, ever slower.
 *   <li>Otherwise the direction of least cost (see {@link DirectionSearch}) is flown, no faster
 *       than {@link Braking} allows for its free way, and for that of the present velocity.
 *   <li>No direction is free: a dead end. Stop, and turn on the spot to the side where an opening
 *       was seen (see {@link Glimpse}), else to the more open one, until a direction is free; then
 *       hold that way until that opening is abreast, or for some metres, so that the wish doesn't
 *       call back at once, unless the wish has come to point elsewhere, so that what it is for lies
 *       abreast. Meanwhile fly at half the speed, look as far to the wish's side as the way stays
 *       in view, along the wall that is in the way, and take the first opening in it.
 * </ol>
 *
 * A wish steeper than 60° (take-off, landing) can't be seen by a camera that looks ahead: it is
 * passed on, not bent, with at most 0.5 m/s.
 *
 * <p>What isn't known counts as an obstacle at the unknown range; way flown towards it is taken off
 * that range, so the drone slows down and then stands.
 *
 * <p>{@link #plan} allocates nothing and reads no clock: same calls, same commands. Not
 * thread-safe.
 */
public final class Planner {
    private static final double STEEP = Math.toRadians(60);
    private static final double TURN_FIRST = Math.toRadians(60);
    private static final double STEEPEST_FLOWN = 0.45;
    private static final double STEEP_SPEED = 0.5;
    private static final double YAW_GAIN = 2.5; // 1/s
    private static final double LEAST_SPEED = 0.15;
    private static final double RESTART_M = 1.5;
    private static final double BENT = Math.toRadians(3);

    /** On a detour: share of the wanted speed, for openings are seen for moments only. */
    private static final double SEARCHING = 0.5;

    /** On a detour: how far to look aside, of what is allowed; what an opening must gain. */
    private static final double LEAN_SHARE = 0.8;

    private static final double OPENING_STEP = Math.toRadians(4);
    private static final double LEAST_GAIN = Math.toRadians(15);
    private static final double POCKET = Math.toRadians(25);

    private final PlannerSettings settings;
    private final Braking braking;
    private final View view;
    private final Surroundings around;
    private final DirectionSearch search;
    private final Smoother smoother;
    private final double leastClearM;

    private double lastHeading = Double.NaN; // of the last choice, odometry frame, rad
    private boolean deadEnd;
    private int turnSide;
    private final Detour detour = new Detour();
    private final Glimpse glimpse = new Glimpse();
    private double unknownUsedM;
    private double lean; // of the look from the way, to the wish's side, on a detour, rad

    // The target of the step under way.
    private double tx;
    private double ty;
    private double tz;
    private double tYaw;
    private Reason tReason;

    /**
     * @param rays the rays of the grid's cells; the grids given to {@link #plan} must have its size
     */
    public Planner(PlannerSettings settings, CellRays rays) {
        this.settings = settings;
        braking = settings.braking();
        view = new View(rays);
        around = new Surroundings(settings, view);
        search = new DirectionSearch(settings);
        smoother = new Smoother(settings);
        leastClearM = braking.wayToStand(LEAST_SPEED);
    }

    /** The settings it was made with. */
    public PlannerSettings settings() {
        return settings;
    }

    /** What the last call saw, as a flat ring. Rewritten by each call. */
    public Sectors sectors() {
        return around.sectors();
    }

    /**
     * One picture, one command.
     *
     * @param grid of the size of the rays given at construction. Not modified.
     * @param wanted level body frame. Not modified.
     * @param own the drone's motion at the time of the picture. Not modified.
     * @param nowNanos any clock that doesn't run backwards
     * @param out the command; its frame stamp is left alone
     * @throws IllegalArgumentException when the grid has another size than the rays
     */
    public void plan(ObstacleGrid grid, Command wanted, Motion own, long nowNanos, Command out) {
        if (grid.columns() != view.columns || grid.rows() != view.rows) {
            throw wrongSize(grid);
        }
        if (!wanted.isFinite() || (own.known && !own.isFinite())) {
            out.brake(Reason.BRAKE);
            return;
        }
        around.look(grid, own, nowNanos);
        double dt = smoother.begin(own, nowNanos);
        if (wanted.speed() < 1e-3) {
            lastHeading = Double.NaN;
            deadEnd = false;
            detour.end();
            out.set(0, 0, 0, limitYaw(wanted.yawRate), Reason.HOVER);
        } else {
            decide(wanted, own, nowNanos, dt);
            smoother.step(tx, ty, tz, limitYaw(tYaw), dt, out);
            out.reason = tReason;
        }
        smoother.follow(out, own, nowNanos);
    }

    /** Forgets the past: for a new flight, or after the planner wasn't called for a while. */
    public void reset() {
        lastHeading = Double.NaN;
        deadEnd = false;
        turnSide = 0;
        detour.forget();
        glimpse.forget();
        unknownUsedM = 0;
        around.forgetAll();
        smoother.reset();
    }

    private IllegalArgumentException wrongSize(ObstacleGrid grid) {
        return new IllegalArgumentException(
                "planner: got a grid of "
                        + grid.columns()
                        + "x"
                        + grid.rows()
                        + " cells, wanted "
                        + view.columns
                        + "x"
                        + view.rows
                        + " as the cell rays: make both from the same model");
    }

    private void decide(Command wanted, Motion own, long nowNanos, double dt) {
        double flat = Math.hypot(wanted.vx, wanted.vy);
        double elevation = Math.atan2(wanted.vz, flat);
        double speed = Math.min(wanted.speed(), settings.maxSpeed());
        double yaw = own.known ? own.yaw : 0;
        if (around.unknownShare() > settings.maxUnknownShare()) {
            target(0, 0, 0, 0, Reason.UNKNOWN);
            return;
        }
        if (Math.abs(elevation) > STEEP) {
            double vz = Math.clamp(wanted.vz, -STEEP_SPEED, STEEP_SPEED);
            target(0, 0, vz, wanted.yawRate, Reason.CLEAR);
            return;
        }
        double azimuth = Math.atan2(wanted.vy, wanted.vx);
        double climb = Math.clamp(elevation, -STEEPEST_FLOWN, STEEPEST_FLOWN);
        lean = 0;
        if (deadEnd) {
            leaveDeadEnd(azimuth, climb, speed, own, yaw, nowNanos, dt);
            return;
        }
        if (detour.passed(wrap(yaw + azimuth))) {
            detour.end();
        }
        boolean aside = detour.held(nowNanos) && !open(azimuth, 0, detour.seenM());
        if (aside) {
            double way = opening(azimuth, wrap(detour.heading() - yaw));
            detour.take(wrap(yaw + way));
            double most = LEAN_SHARE * settings.maxOffAxis();
            lean = Math.clamp(wrap(azimuth - way), -most, most);
            azimuth = way;
        }
        if (Math.abs(azimuth) > TURN_FIRST) {
            turnTo(azimuth);
            return;
        }
        turnSide = 0;
        if (!aside) {
            glimpse.look(around, azimuth, search.squeezeM(), own, nowNanos);
        }
        double last = Double.isNaN(lastHeading) ? Double.NaN : wrap(lastHeading - yaw);
        if (!choose(azimuth, climb, last, speed, leastClearM, own)) {
            deadEnd = true;
            turnSide = glimpse.side(own, nowNanos);
            if (turnSide == 0) {
                turnSide = DirectionSearch.openerSide(around, settings.maxOffAxis());
            }
            turnOnTheSpot();
            return;
        }
        lastHeading = wrap(yaw + search.azimuth);
        fly(wanted, azimuth, climb, speed, aside, own, dt);
    }

    private boolean choose(
            double azimuth, double climb, double last, double speed, double leastM, Motion own) {
        if (own.known) {
            search.under(own.vx, own.vy, own.vz);
        } else {
            search.under(smoother.vx(), smoother.vy(), smoother.vz());
        }
        boolean mayDescend = own.known && own.z > settings.minHeightM();
        return search.choose(around, azimuth, climb, last, speed, leastM, mayDescend, unknownUsedM);
    }

    private void leaveDeadEnd(
            double azimuth,
            double climb,
            double speed,
            Motion own,
            double yaw,
            long nowNanos,
            double dt) {
        double least = Math.max(RESTART_M, leastClearM);
        if (!choose(0, climb, Double.NaN, speed, least, own)) {
            turnOnTheSpot();
            return;
        }
        deadEnd = false;
        turnSide = 0;
        lastHeading = wrap(yaw + search.azimuth);
        detour.begin(lastHeading, wrap(yaw + azimuth), nowNanos);
        double abreastM = glimpse.take(lastHeading, own, nowNanos);
        if (abreastM > 0) {
            detour.atMost(abreastM - braking.wayToStand(SEARCHING * speed));
        }
        fly(null, search.azimuth, climb, speed, true, own, dt);
    }

    /**
     * The direction nearest to the wish that is open, if only just; the way held if none is much
     * nearer. Where the wish itself points the pocket lies, so there more must be seen to be free.
     */
    private double opening(double wish, double held) {
        double off = wrap(wish - held);
        double step = Math.copySign(OPENING_STEP, off);
        for (double turn = off; Math.abs(turn) > LEAST_GAIN; turn -= step) {
            double way = wrap(held + turn);
            boolean back = Math.abs(wrap(wish - way)) < POCKET;
            if (open(way, search.squeezeM(), back ? detour.seenM() : Detour.SEEN_M)) {
                return way;
            }
        }
        return held;
    }

    /** Whether the direction is inside the usable view, and a tube so much wider free as far. */
    private boolean open(double azimuth, double widerM, double seenM) {
        boolean inView = azimuth <= Math.min(settings.maxOffAxis(), around.viewLeft());
        inView &= azimuth >= Math.max(-settings.maxOffAxis(), around.viewRight());
        double x = Math.cos(azimuth);
        double y = Math.sin(azimuth);
        return inView && around.clearFromM(0, 0, 0, x, y, 0, widerM, seenM) > seenM;
    }

    private void fly(
            Command wanted,
            double azimuth,
            double climb,
            double speed,
            boolean aside,
            Motion own,
            double dt) {
        double bound = Math.min(search.speedBound(around), ownWayBound(own));
        double offView = Math.abs(azimuth) - settings.maxOffAxis();
        double turning = offView <= 0 ? 1 : 1 - offView / (TURN_FIRST - settings.maxOffAxis());
        double most = speed * turning * (aside ? SEARCHING : 1);
        double flown = Math.min(most, bound);
        double off = Math.hypot(search.azimuth - azimuth, search.elevation - climb);
        boolean bent = aside || (off > BENT && turning == 1);
        double look = turning < 1 ? azimuth : search.azimuth + lean;
        double yawRate = YAW_GAIN * look + (bent || wanted == null ? 0 : wanted.yawRate);
        Reason reason = Reason.CLEAR;
        if (flown < 0.95 * most) {
            reason = search.endsInUnknown ? Reason.UNKNOWN : Reason.SLOWED;
        }
        if (turning < 1) {
            reason = Reason.TURNING;
        } else if (bent && reason != Reason.UNKNOWN) {
            reason = Reason.BENT;
        }
        double step = (own.known ? own.speed() : flown) * dt;
        detour.flown(step);
        unknownUsedM = search.endsInUnknown ? unknownUsedM + step : unknownUsedM - 2 * step;
        unknownUsedM = Math.clamp(unknownUsedM, 0, settings.unknownRangeM());
        target(flown * search.ux, flown * search.uy, flown * search.uz, yawRate, reason);
    }

    /** The bound that the free way along the present velocity sets, until the drone has turned. */
    private double ownWayBound(Motion own) {
        double vx = own.known ? own.vx : smoother.vx();
        double vy = own.known ? own.vy : smoother.vy();
        double vz = own.known ? own.vz : smoother.vz();
        double v = Math.sqrt(vx * vx + vy * vy + vz * vz);
        if (v < 0.5) {
            return Double.POSITIVE_INFINITY;
        }
        return search.straightBound(around, vx / v, vy / v, vz / v);
    }

    private void turnTo(double azimuth) {
        // Behind, left and right are equally far: keep the side once taken.
        boolean behind = Math.abs(azimuth) > Math.toRadians(150);
        if (!behind || turnSide == 0) {
            turnSide = azimuth >= 0 ? 1 : -1;
        }
        lastHeading = Double.NaN;
        target(0, 0, 0, turnSide * settings.maxYawRate(), Reason.TURNING);
    }

    private void turnOnTheSpot() {
        lastHeading = Double.NaN;
        target(0, 0, 0, turnSide * 0.7 * settings.maxYawRate(), Reason.BLOCKED);
    }

    private void target(double x, double y, double z, double yawRate, Reason reason) {
        tx = x;
        ty = y;
        tz = z;
        tYaw = yawRate;
        tReason = reason;
    }

    private double limitYaw(double yawRate) {
        return Math.clamp(yawRate, -settings.maxYawRate(), settings.maxYawRate());
    }

    /**
     * To -π..π. Not by {@link Math#IEEEremainder}, whose class would be loaded by the first frame
     * that turns.
     */
    static double wrap(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }
}
