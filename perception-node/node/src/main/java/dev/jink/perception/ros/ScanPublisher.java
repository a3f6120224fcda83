package dev.jink.perception.ros;

import dev.jink.perception.Sequel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.health.Distrust;

import org.ros2.rcljava.publisher.Publisher;

import sensor_msgs.msg.LaserScan;

import java.util.Arrays;

/**
 * What the planner saw, as a LaserScan of 72 sectors in the level body frame: metres, +infinity
 * where it is clear, NaN where nothing is known. On the path's thread, after the command is out.
 */
final class ScanPublisher implements Sequel {
    private final Outlet outlet;
    private final Publisher<LaserScan> publisher;
    private final LaserScan scan = new LaserScan();
    private final float[] ranges = new float[Sectors.COUNT];
    private volatile Publisher<LaserScan> way;

    ScanPublisher(
            Outlet outlet,
            Publisher<LaserScan> publisher,
            Publisher<LaserScan> rehearsal,
            String frameId,
            float rangeMaxM) {
        this.outlet = outlet;
        this.publisher = publisher;
        way = rehearsal;
        scan.getHeader().setFrameId(frameId);
        scan.setAngleMin((float) Sectors.middle(0));
        scan.setAngleMax((float) Sectors.middle(Sectors.COUNT - 1));
        scan.setAngleIncrement((float) Sectors.WIDTH);
        scan.setRangeMin(0);
        scan.setRangeMax(rangeMaxM);
    }

    /** Publishes in earnest from now on; before, frames are made up and nobody listens. */
    void activate() {
        way = publisher;
    }

    @Override
    public void after(Command command, Sectors sectors, Distrust distrust) {
        if (sectors == null) {
            Arrays.fill(ranges, Float.NaN);
        } else {
            for (int i = 0; i < ranges.length; i++) {
                ranges[i] = sectors.rangeM(i);
            }
        }
        scan.setRanges(ranges);
        Stamps.set(scan.getHeader().getStamp(), command.frameStampNanos);
        outlet.publish(way, scan);
    }
}
