package dev.jink.perception.ros;

import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.Glimpse;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.control.FrameConversion;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What the network sees and makes of it, as a picture: its own grey one enlarged, each cell tinted
 * by its range, darkened where nothing is known; a ring where the wanted velocity points to, a disc
 * where the commanded one does. rgb8, row by row. Allocates nothing after it is made.
 */
final class DebugPicture {
    private static final int ENLARGED = 3;
    private static final int CHANNELS = 3;
    private static final double TINT = 0.38;
    private static final double DARK = 0.45;
    private static final double UNREACHED = 0.2;
    private static final double STILL = 0.05;
    private static final double RING = 12;
    private static final double RING_WIDTH = 2;
    private static final double DISC = 6;

    private final VirtualCamera camera;
    private final MemorySegment pixels;
    private final double[] direction = new double[3];

    DebugPicture(VirtualCamera camera) {
        this.camera = camera;
        pixels = Arena.ofAuto().allocate((long) step() * height());
    }

    int width() {
        return camera.width() * ENLARGED;
    }

    int height() {
        return camera.height() * ENLARGED;
    }

    /** Bytes in a row. */
    int step() {
        return width() * CHANNELS;
    }

    /** u8 [height][width][3]: drawn over by {@link #draw}. */
    MemorySegment pixels() {
        return pixels;
    }

    void draw(Glimpse seen) {
        int columns = seen.columns();
        int rows = columns == 0 ? 0 : seen.cells() / columns;
        byte[] grey = seen.picture();
        for (int y = 0; y < camera.height(); y++) {
            for (int x = 0; x < camera.width(); x++) {
                int value = grey[y * camera.width() + x] & 0xff;
                if (columns == 0) {
                    block(x, y, value, value, value);
                    continue;
                }
                int cell = y * rows / camera.height() * columns + x * columns / camera.width();
                tint(x, y, value, seen.seen(cell), seen.rangeM(cell));
            }
        }
        mark(seen, seen.wanted(), false);
        mark(seen, seen.command(), true);
    }

    private void tint(int x, int y, int value, boolean reached, float rangeM) {
        Ranges range = Ranges.of(rangeM);
        if (!reached || range == Ranges.UNKNOWN) {
            int dark = (int) (value * (reached ? DARK : UNREACHED));
            block(x, y, dark, dark, dark);
        } else if (range == Ranges.CLEAR) {
            block(x, y, value, value, value);
        } else {
            block(
                    x,
                    y,
                    (int) (value + TINT * (range.red - value)),
                    (int) (value + TINT * (range.green - value)),
                    (int) (value + TINT * (range.blue - value)));
        }
    }

    private void block(int x, int y, int red, int green, int blue) {
        for (int dy = 0; dy < ENLARGED; dy++) {
            for (int dx = 0; dx < ENLARGED; dx++) {
                set(x * ENLARGED + dx, y * ENLARGED + dy, red, green, blue);
            }
        }
    }

    private void set(int x, int y, int red, int green, int blue) {
        long at = (long) y * step() + (long) x * CHANNELS;
        pixels.set(ValueLayout.JAVA_BYTE, at, (byte) red);
        pixels.set(ValueLayout.JAVA_BYTE, at + 1, (byte) green);
        pixels.set(ValueLayout.JAVA_BYTE, at + 2, (byte) blue);
    }

    /** Where a velocity points to. Nothing is drawn for one that stands, or points out of sight. */
    private void mark(Glimpse seen, Command velocity, boolean disc) {
        direction[0] = velocity.vx;
        direction[1] = velocity.vy;
        direction[2] = velocity.vz;
        if (seen.own().known) {
            FrameConversion.levelToBody(seen.own().roll, seen.own().pitch, direction);
        }
        double forward = direction[0];
        if (!(forward > STILL)) {
            return;
        }
        // Optical right is body -y, optical down is body -z.
        double u = (camera.cx() - camera.fx() * direction[1] / forward + 0.5) * ENLARGED;
        double v = (camera.cy() - camera.fy() * direction[2] / forward + 0.5) * ENLARGED;
        int left = (int) Math.max(0, u - RING);
        int right = (int) Math.min(width() - 1, u + RING);
        int top = (int) Math.max(0, v - RING);
        int bottom = (int) Math.min(height() - 1, v + RING);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double radius = Math.hypot(x - u, y - v);
                if (disc && radius <= DISC) {
                    set(x, y, 57, 182, 255);
                } else if (!disc && radius <= RING && radius >= RING - RING_WIDTH) {
                    set(x, y, 255, 255, 255);
                }
            }
        }
    }
}
