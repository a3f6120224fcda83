package dev.jink.perception.page;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.Glimpse;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.health.Distrust;

import java.util.Map;

/**
 * What the page is told at one moment: its component names are the page's keys. Ranges are whole
 * centimetres along the ray, {@link #CLEAR} or {@link #UNKNOWN}; velocities are in the level body
 * frame FLU, m/s and rad/s.
 *
 * @param number of the picture, counted by this page; 0 = none yet
 * @param doubt why the picture was not believed; null = it was
 * @param health of the node in words, and the figures of /diagnostics
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Moment(
        long number,
        Picture picture,
        Motion wanted,
        Motion command,
        Motion own,
        int[] sectorsCm,
        Reason reason,
        String doubt,
        Timing timing,
        OutcomeCounters.Figures outcomes,
        Words health) {
    /** Nothing as far as the network can tell. */
    static final int CLEAR = 0;

    /** Not known, or out of the picture. */
    static final int UNKNOWN = -1;

    /** The camera does not reach this cell. */
    static final int UNREACHED = -2;

    private static final int NEAREST_CM = 1;

    /**
     * @param grey the pixels, row by row, as base 64
     * @param cellsCm row by row from the top left
     */
    record Picture(
            int width,
            int height,
            double fx,
            double fy,
            double cx,
            double cy,
            byte[] grey,
            int columns,
            int[] cellsCm) {}

    /** @param roll and {@code pitch}, rad, of the own motion alone */
    record Motion(double x, double y, double z, double yawRate, double roll, double pitch) {}

    /**
     * @param pictureAgeMs since the last frame came
     * @param worstMs the longest from arrival to answer since the page last asked; 0 = no answer
     */
    record Timing(double pictureAgeMs, double worstMs, double budgetMs) {}

    /** The verdict and what goes with it. */
    record Words(String level, String word, String why, String state, Map<String, String> values) {}

    static Moment of(
            long number,
            Glimpse seen,
            boolean braking,
            Timing timing,
            Reason reason,
            OutcomeCounters.Figures outcomes,
            Health health) {
        boolean any = number > 0;
        return new Moment(
                number,
                any ? picture(seen) : null,
                any ? motion(seen.wanted()) : null,
                any ? braking ? new Motion(0, 0, 0, 0, 0, 0) : motion(seen.command()) : null,
                any && seen.own().known ? own(seen.own()) : null,
                any ? sectors(seen) : null,
                reason,
                any && seen.distrust() != Distrust.NONE ? seen.distrust().words() : null,
                timing,
                outcomes,
                new Words(
                        health.verdict().level().name(),
                        health.verdict().word(),
                        health.verdict().why(),
                        health.state(),
                        health.values()));
    }

    private static Picture picture(Glimpse seen) {
        VirtualCamera camera = seen.camera();
        int[] cells = new int[seen.cells()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = seen.seen(i) ? centimetres(seen.rangeM(i)) : UNREACHED;
        }
        return new Picture(
                camera.width(),
                camera.height(),
                camera.fx(),
                camera.fy(),
                camera.cx(),
                camera.cy(),
                seen.picture(),
                seen.columns(),
                cells);
    }

    private static int[] sectors(Glimpse seen) {
        int[] ring = new int[Sectors.COUNT];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = centimetres(seen.sectorM(i));
        }
        return ring;
    }

    private static int centimetres(float rangeM) {
        if (Float.isNaN(rangeM)) {
            return UNKNOWN;
        }
        return rangeM == Float.POSITIVE_INFINITY
                ? CLEAR
                : Math.max(NEAREST_CM, Math.round(rangeM * 100));
    }

    private static Motion motion(Command c) {
        return new Motion(round(c.vx), round(c.vy), round(c.vz), round(c.yawRate), 0, 0);
    }

    private static Motion own(dev.jink.perception.avoid.Motion m) {
        return new Motion(
                round(m.vx),
                round(m.vy),
                round(m.vz),
                round(m.yawRate),
                round(m.roll),
                round(m.pitch));
    }

    /** To a thousandth; what is not finite is no JSON, and shown as nothing. */
    private static double round(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : 0;
    }
}
