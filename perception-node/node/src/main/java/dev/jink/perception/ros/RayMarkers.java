package dev.jink.perception.ros;

import dev.jink.calibration.CellRays;
import dev.jink.calibration.Mount;
import dev.jink.perception.Glimpse;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.control.FrameConversion;

import geometry_msgs.msg.Point;

import std_msgs.msg.ColorRGBA;

import visualization_msgs.msg.Marker;
import visualization_msgs.msg.MarkerArray;

import java.util.ArrayList;
import java.util.List;

/**
 * The grid as rays from the camera, and the wanted and the chosen velocity as arrows from the body's
 * middle, in the body frame FLU. A ray ends at what was seen; green ones end where the network's
 * sight does, grey ones are not known and end where the planner takes something to be.
 */
final class RayMarkers {
    private static final double RAY_M = 0.01;
    private static final double SHAFT_M = 0.05;
    private static final double HEAD_M = 0.12;
    private static final double STILL = 0.05;
    private static final float FAINT = 0.25f;
    private static final int SHOWN_NANOS = 500_000_000;

    private final CellRays rays;
    private final Mount mount;
    private final double farM;
    private final double unknownM;
    private final Marker lines = marker("rays", Marker.LINE_LIST);
    private final Arrow wanted = Arrow.of("wanted", 1, 1, 1);
    private final Arrow chosen = Arrow.of("chosen", 0.22f, 0.71f, 1);
    private final List<Marker> markers = List.of(lines, wanted.marker(), chosen.marker());
    private final MarkerArray all = new MarkerArray().setMarkers(markers);
    private final List<Point> ends = new ArrayList<>();
    private final List<ColorRGBA> colours = new ArrayList<>();
    private final double[] v = new double[3];

    /**
     * @param frame the body's
     * @param farM where the network's sight ends, m
     * @param unknownM where something unknown is taken to be, m
     */
    RayMarkers(CellRays rays, Mount mount, String frame, double farM, double unknownM) {
        this.rays = rays;
        this.mount = mount;
        this.farM = farM;
        this.unknownM = unknownM;
        markers.forEach(each -> each.getHeader().setFrameId(frame));
        lines.getScale().setX(RAY_M);
        for (int i = 0; i < 2 * rays.cells(); i++) {
            ends.add(new Point());
            colours.add(new ColorRGBA());
        }
    }

    /** @param tip of the marker, which begins in the body's middle */
    private record Arrow(Marker marker, Point tip) {
        static Arrow of(String name, float red, float green, float blue) {
            Marker marker = RayMarkers.marker(name, Marker.ARROW);
            Point tip = new Point();
            marker.setPoints(List.of(new Point(), tip));
            marker.getScale().setX(SHAFT_M).setY(HEAD_M);
            marker.getColor().setR(red).setG(green).setB(blue).setA(1);
            return new Arrow(marker, tip);
        }
    }

    private static Marker marker(String name, int type) {
        Marker marker = new Marker().setNs(name).setType(type).setAction(Marker.ADD);
        marker.getPose().getOrientation().setW(1);
        marker.getLifetime().setNanosec(SHOWN_NANOS);
        return marker;
    }

    /** All of them as of what was seen; the same message each time. */
    MarkerArray of(Glimpse seen) {
        int used = 0;
        for (int cell = 0; cell < seen.cells(); cell++) {
            if (seen.seen(cell)) {
                ray(used, cell, seen.rangeM(cell));
                used += 2;
            }
        }
        lines.setPoints(ends.subList(0, used)).setColors(colours.subList(0, used));
        velocity(wanted, seen, seen.wanted());
        velocity(chosen, seen, seen.command());
        for (Marker each : markers) {
            Stamps.set(each.getHeader().getStamp(), seen.command().frameStampNanos);
        }
        return all;
    }

    private void ray(int at, int cell, float rangeM) {
        Ranges range = Ranges.of(rangeM);
        double m = range == Ranges.UNKNOWN ? unknownM : range == Ranges.CLEAR ? farM : rangeM;
        ends.get(at).setX(mount.xM()).setY(mount.yM()).setZ(mount.zM());
        ends.get(at + 1)
                .setX(mount.xM() + m * rays.x(cell))
                .setY(mount.yM() + m * rays.y(cell))
                .setZ(mount.zM() + m * rays.z(cell));
        float opacity = range == Ranges.UNKNOWN || range == Ranges.CLEAR ? FAINT : 1;
        for (int end = at; end < at + 2; end++) {
            colours.get(end)
                    .setR(range.red / 255f)
                    .setG(range.green / 255f)
                    .setB(range.blue / 255f)
                    .setA(opacity);
        }
    }

    /** An arrow as long as a second of flight; none where it stands. */
    private void velocity(Arrow arrow, Glimpse seen, Command command) {
        v[0] = command.vx;
        v[1] = command.vy;
        v[2] = command.vz;
        if (seen.own().known) {
            FrameConversion.levelToBody(seen.own().roll, seen.own().pitch, v);
        }
        arrow.marker().setAction(command.speed() < STILL ? Marker.DELETE : Marker.ADD);
        arrow.tip().setX(v[0]).setY(v[1]).setZ(v[2]);
    }
}
