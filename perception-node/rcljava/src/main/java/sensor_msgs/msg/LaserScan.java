package sensor_msgs.msg;

import dev.jink.rcljava.Floats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.List;
import java.util.Objects;

/**
 * Ranges over a fan of angles.
 */
public final class LaserScan extends WireMessage {

    private Header header = new Header();
    private float angleMin;
    private float angleMax;
    private float angleIncrement;
    private float timeIncrement;
    private float scanTime;
    private float rangeMin;
    private float rangeMax;
    private Floats ranges = Floats.empty();
    private Floats intensities = Floats.empty();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public LaserScan setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** First angle, rad, counter-clockwise from x forward. */
    public float getAngleMin() {
        return angleMin;
    }

    public LaserScan setAngleMin(float angleMin) {
        this.angleMin = angleMin;
        return this;
    }

    /** Last angle, rad. */
    public float getAngleMax() {
        return angleMax;
    }

    public LaserScan setAngleMax(float angleMax) {
        this.angleMax = angleMax;
        return this;
    }

    /** Angle between neighbours, rad. */
    public float getAngleIncrement() {
        return angleIncrement;
    }

    public LaserScan setAngleIncrement(float angleIncrement) {
        this.angleIncrement = angleIncrement;
        return this;
    }

    /** Time between neighbours, s. */
    public float getTimeIncrement() {
        return timeIncrement;
    }

    public LaserScan setTimeIncrement(float timeIncrement) {
        this.timeIncrement = timeIncrement;
        return this;
    }

    /** Time between scans, s. */
    public float getScanTime() {
        return scanTime;
    }

    public LaserScan setScanTime(float scanTime) {
        this.scanTime = scanTime;
        return this;
    }

    /** Shorter ranges are to be ignored, m. */
    public float getRangeMin() {
        return rangeMin;
    }

    public LaserScan setRangeMin(float rangeMin) {
        this.rangeMin = rangeMin;
        return this;
    }

    /** Longer ranges are to be ignored, m. */
    public float getRangeMax() {
        return rangeMax;
    }

    public LaserScan setRangeMax(float rangeMax) {
        this.rangeMax = rangeMax;
        return this;
    }

    /** Ranges, m; NaN unknown, +inf nothing. */
    public List<Float> getRanges() {
        return ranges;
    }

    /** Takes a {@link Floats} over as it is; any other list is copied. */
    public LaserScan setRanges(List<Float> ranges) {
        this.ranges = Floats.adopt(ranges, this.ranges);
        return this;
    }

    /** Copies into memory this message keeps; allocates only when it must grow. */
    public LaserScan setRanges(float[] ranges) {
        this.ranges.setAll(ranges);
        return this;
    }

    /** Intensities, or empty. */
    public List<Float> getIntensities() {
        return intensities;
    }

    /** Takes a {@link Floats} over as it is; any other list is copied. */
    public LaserScan setIntensities(List<Float> intensities) {
        this.intensities = Floats.adopt(intensities, this.intensities);
        return this;
    }

    /** Copies into memory this message keeps; allocates only when it must grow. */
    public LaserScan setIntensities(float[] intensities) {
        this.intensities.setAll(intensities);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.float32(angleMin);
        out.float32(angleMax);
        out.float32(angleIncrement);
        out.float32(timeIncrement);
        out.float32(scanTime);
        out.float32(rangeMin);
        out.float32(rangeMax);
        out.floats(ranges);
        out.floats(intensities);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        angleMin = in.float32();
        angleMax = in.float32();
        angleIncrement = in.float32();
        timeIncrement = in.float32();
        scanTime = in.float32();
        rangeMin = in.float32();
        rangeMax = in.float32();
        in.floats(ranges);
        in.floats(intensities);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 18;
    }
}
