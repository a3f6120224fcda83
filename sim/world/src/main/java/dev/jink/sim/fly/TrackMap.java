package dev.jink.sim.fly;

import dev.jink.sim.drone.TrackPoint;
import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Ellipsoid;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Mover;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Shape;
import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Stage;

import java.util.List;
import java.util.Locale;

/** A flight seen from above, as SVG: start left, goal right, the track's colour its speed. */
final class TrackMap {
    private static final double SCALE = 14; // pixels a metre
    private static final double MARGIN_M = 3;
    private static final double LEAST_HALF_M = 5;

    /** What ends below or begins above these heights, m, isn't in the way and isn't drawn. */
    private static final double LOWEST_M = 0.4;

    private static final double HIGHEST_M = 3;

    private final StringBuilder svg = new StringBuilder(1 << 14);
    private final double fromX;
    private final double halfY;

    private TrackMap(double fromX, double halfY) {
        this.fromX = fromX;
        this.halfY = halfY;
    }

    static String of(Stage stage, Flown flight, double fullSpeed) {
        double goalX = stage.course().goalX();
        double fromX = -MARGIN_M;
        double toX = goalX + MARGIN_M;
        double half = LEAST_HALF_M;
        for (TrackPoint at : flight.track()) {
            fromX = Math.min(fromX, at.x() - MARGIN_M);
            toX = Math.max(toX, at.x() + MARGIN_M);
            half = Math.max(half, Math.abs(at.y()) + MARGIN_M);
        }
        TrackMap map = new TrackMap(fromX, half);
        map.svg.append(
                format("<svg viewBox='0 0 %.0f %.0f'>", (toX - fromX) * SCALE, 2 * half * SCALE));
        for (Primitive thing : stage.scene().primitives()) {
            if (thing.obstacle()) {
                map.obstacle(thing.shape(), toX);
            }
        }
        map.walkers(stage.movers());
        map.circle(goalX, 0, stage.course().goalRadiusM(), "fill='none' stroke='#2a8' ");
        map.track(flight.track(), fullSpeed);
        TrackPoint end = flight.track().getLast();
        map.circle(end.x(), end.y(), 0.25, flight.collided() ? "fill='#c22' " : "fill='#246' ");
        return map.svg.append("</svg>").toString();
    }

    private void obstacle(Shape shape, double toX) {
        double x = shape.centreX();
        double y = shape.centreY();
        double bound = shape.boundM();
        boolean outside = x + bound < fromX || x - bound > toX || Math.abs(y) - bound > halfY;
        if (outside || shape.topM() < LOWEST_M || lowestM(shape) > HIGHEST_M) {
            return;
        }
        switch (shape) {
            case Box b -> box(b);
            case Ellipsoid e -> circle(x, y, (e.halfX() + e.halfY()) / 2, "fill='#9b7' ");
            case Frustum f -> rod(f.x(), f.y(), f.ux(), f.uy(), f.lengthM(), f.baseRadiusM());
            case Capsule c -> rod(c.x(), c.y(), c.ux(), c.uy(), c.lengthM(), c.radiusM());
        }
    }

    private static double lowestM(Shape shape) {
        return switch (shape) {
            case Box b -> b.centreZ() - b.halfZ();
            case Ellipsoid e -> e.centreZ() - e.halfZ();
            case Frustum f -> Math.min(f.z(), f.z() + f.uz() * f.lengthM());
            case Capsule c -> Math.min(c.z(), c.z() + c.uz() * c.lengthM());
        };
    }

    private void box(Box b) {
        svg.append("<polygon fill='#98a' points='");
        for (int corner = 0; corner < 4; corner++) {
            double along = (corner == 0 || corner == 3 ? -1 : 1) * b.halfX();
            double across = (corner < 2 ? -1 : 1) * b.halfY();
            double x = b.centreX() + along * b.cosYaw() - across * b.sinYaw();
            double y = b.centreY() + along * b.sinYaw() + across * b.cosYaw();
            svg.append(format("%.1f,%.1f ", (x - fromX) * SCALE, (halfY - y) * SCALE));
        }
        svg.append("'/>");
    }

    private void rod(double x, double y, double ux, double uy, double lengthM, double radiusM) {
        line(x, y, x + ux * lengthM, y + uy * lengthM, 2 * radiusM, "#7a6");
    }

    private void walkers(List<Mover> movers) {
        for (Mover mover : movers) {
            line(mover.fromX(), mover.fromY(), mover.toX(), mover.toY(), 0.4, "#dc8");
        }
    }

    private void track(List<TrackPoint> track, double fullSpeed) {
        for (int i = 1; i < track.size(); i++) {
            TrackPoint a = track.get(i - 1);
            TrackPoint b = track.get(i);
            double way = Math.hypot(b.x() - a.x(), b.y() - a.y());
            double speed = way / Math.max(1e-3, b.seconds() - a.seconds());
            double hue = 220 * Math.clamp(speed / fullSpeed, 0, 1);
            line(a.x(), a.y(), b.x(), b.y(), 0.15, format("hsl(%.0f,80%%,45%%)", hue));
        }
    }

    private void line(double x, double y, double x2, double y2, double wideM, String colour) {
        svg.append(
                format(
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'"
                                + " stroke-width='%.1f' stroke-linecap='round'/>",
                        (x - fromX) * SCALE,
                        (halfY - y) * SCALE,
                        (x2 - fromX) * SCALE,
                        (halfY - y2) * SCALE,
                        colour,
                        Math.max(1.5, wideM * SCALE)));
    }

    private void circle(double x, double y, double radiusM, String paint) {
        svg.append(
                format(
                        "<circle cx='%.1f' cy='%.1f' r='%.1f' %s/>",
                        (x - fromX) * SCALE, (halfY - y) * SCALE, radiusM * SCALE, paint));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
