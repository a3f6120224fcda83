package dev.jink.sim.trial;

import dev.jink.calibration.CellRays;
import dev.jink.perception.avoid.Braking;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.sight.ObstacleGrid;

/**
 * The baseline that never evades: flies the wanted way no faster than it could stop before the
 * nearest thing inside the tube that it needs.
 */
final class StopOnly {
    private final CellRays rays;
    private final Braking braking;
    private final double tubeM;

    StopOnly(PlannerSettings settings, CellRays rays) {
        this.rays = rays;
        braking = settings.braking();
        tubeM = settings.radiusM() + settings.marginM();
    }

    void steer(ObstacleGrid grid, Command wanted, Command out) {
        double speed = wanted.speed();
        double free = Double.POSITIVE_INFINITY;
        for (int cell = 0; speed > 1e-6 && cell < grid.cells(); cell++) {
            double along =
                    (rays.x(cell) * wanted.vx + rays.y(cell) * wanted.vy + rays.z(cell) * wanted.vz)
                            / speed;
            double range = grid.rangeM(cell);
            double aside = range * Math.sqrt(Math.max(0, 1 - along * along));
            if (along > 0 && aside < tubeM) {
                free = Math.min(free, range * along - tubeM);
            }
        }
        double share = speed < 1e-6 ? 0 : Math.min(1, braking.speedBound(free) / speed);
        out.set(
                wanted.vx * share,
                wanted.vy * share,
                wanted.vz * share,
                wanted.yawRate,
                share < 1 ? Reason.SLOWED : Reason.CLEAR);
    }
}
