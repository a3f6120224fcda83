package sensor_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A window of the full picture; all zero means the whole picture.
 */
public final class RegionOfInterest extends WireMessage {

    private int xOffset;
    private int yOffset;
    private int height;
    private int width;
    private boolean doRectify;

    /** Left column. */
    public int getXOffset() {
        return xOffset;
    }

    public RegionOfInterest setXOffset(int xOffset) {
        this.xOffset = xOffset;
        return this;
    }

    /** Top row. */
    public int getYOffset() {
        return yOffset;
    }

    public RegionOfInterest setYOffset(int yOffset) {
        this.yOffset = yOffset;
        return this;
    }

    /** Rows, 0 for all. */
    public int getHeight() {
        return height;
    }

    public RegionOfInterest setHeight(int height) {
        this.height = height;
        return this;
    }

    /** Columns, 0 for all. */
    public int getWidth() {
        return width;
    }

    public RegionOfInterest setWidth(int width) {
        this.width = width;
        return this;
    }

    /** Whether a rectified window is meant. */
    public boolean getDoRectify() {
        return doRectify;
    }

    public RegionOfInterest setDoRectify(boolean doRectify) {
        this.doRectify = doRectify;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int32(xOffset);
        out.int32(yOffset);
        out.int32(height);
        out.int32(width);
        out.bool(doRectify);
    }

    @Override
    public void decode(CdrReader in) {
        xOffset = in.int32();
        yOffset = in.int32();
        height = in.int32();
        width = in.int32();
        doRectify = in.bool();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
