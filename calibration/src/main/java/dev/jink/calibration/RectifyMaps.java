package dev.jink.calibration;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The way from a real camera's picture to the virtual camera's, settled once: lens, mount and
 * change of resolution in one table of fixed-point positions, in the form that OpenCV's {@code
 * remap} wants.
 *
 * <p><b>Two steps.</b> A bilinear look-up reads four pixels and so may skip over at most about one.
 * Where the real picture has more than {@value #SHARPEST} pixels per virtual pixel, a thin branch
 * would flicker in and out. The picture is then first shrunk by a whole number k, each pixel the
 * plain mean of k x k, and the maps are built for the shrunk picture. Its pixel i covers the real
 * pixels k i … k i + k − 1, whose middle is k i + (k − 1) / 2; so
 *
 * <pre>  shrunk position = (real position − (k − 1) / 2) / k</pre>
 *
 * <p>k is the rounded number of real pixels per virtual pixel, so 0.75 to 1.5 remain per virtual
 * pixel on average. Columns and rows that no whole k x k block covers, fewer than k at the right
 * and the lower edge, are not seen.
 *
 * <p><b>Fixed point.</b> A position is rounded to 1/32 pixel. Its whole part goes to {@link #xy()},
 * the 5 + 5 bits of its fraction to {@link #fraction()} as {@code 32 * fy + fx}. Positions up to
 * half a pixel outside the outermost centres still lie on the picture and are held at its rim. What
 * the camera does not see points far outside, where {@link Remap} fills in grey 128.
 *
 * <p>Immutable but for the segments, which are lent: do not write to them. Any thread. The memory
 * lives as long as this object.
 */
public final class RectifyMaps {
    /** Real pixels per virtual pixel up to which bilinear look-up alone doesn't alias. */
    public static final double SHARPEST = 1.5;

    /** OpenCV's INTER_BITS: positions are kept to 1/32 pixel. */
    private static final int FRACTION_BITS = 5;

    private static final int FRACTION = 1 << FRACTION_BITS;

    /** Far enough left of and above the picture that no tap of the look-up touches it. */
    private static final short NOWHERE = -16;

    private static final long CACHE_LINE_BYTES = 64;

    private final CameraModel model;
    private final VirtualCamera camera;
    private final int shrink;
    private final MemorySegment xy;
    private final MemorySegment fraction;
    private final MemorySegment valid;
    private final double validShare;

    private RectifyMaps(CameraModel model, SourcePositions positions, int shrink) {
        this.model = model;
        this.camera = positions.camera;
        this.shrink = shrink;
        int pixels = camera.width() * camera.height();
        Arena arena = Arena.ofAuto();
        xy = arena.allocate(4L * pixels, CACHE_LINE_BYTES);
        fraction = arena.allocate(2L * pixels, CACHE_LINE_BYTES);
        valid = arena.allocate(pixels, CACHE_LINE_BYTES);
        int seen = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            double x = shrunk(positions.xy[2 * pixel]);
            double y = shrunk(positions.xy[2 * pixel + 1]);
            boolean inside = onPicture(x, shrunkWidth()) && onPicture(y, shrunkHeight());
            if (inside) {
                seen++;
            }
            put(pixel, inside, hold(x, shrunkWidth()), hold(y, shrunkHeight()));
        }
        validShare = (double) seen / pixels;
    }

    /**
     * Computes the maps; some milliseconds, for configuration time.
     *
     * @param model the real camera
     * @param mount how it sits in the body; its translation has no effect
     * @param camera the virtual camera
     * @throws CalibrationException in one line when the real camera sees nothing of the virtual
     *     camera's field of view
     */
    public static RectifyMaps of(CameraModel model, Mount mount, VirtualCamera camera) {
        SourcePositions positions = SourcePositions.of(model, mount, camera);
        RectifyMaps maps =
                new RectifyMaps(model, positions, shrinkFor(positions.meanScale(model), model));
        if (maps.validShare == 0) {
            throw new CalibrationException(
                    "mount: the camera sees nothing of what lies ahead of the body (roll "
                            + mount.rollRad()
                            + ", pitch "
                            + mount.pitchRad()
                            + ", yaw "
                            + mount.yawRad()
                            + " rad), wanted an overlap with the virtual camera: correct"
                            + " mount_roll, mount_pitch, mount_yaw (radians; positive pitch looks"
                            + " down, positive yaw left)");
        }
        return maps;
    }

    static int shrinkFor(double scale, CameraModel model) {
        if (scale <= SHARPEST) {
            return 1;
        }
        long rounded = Math.round(scale);
        return (int) Math.min(rounded, Math.min(model.width(), model.height()));
    }

    private double shrunk(double position) {
        return (position - (shrink - 1) / 2.0) / shrink;
    }

    private static boolean onPicture(double position, int pixels) {
        return position >= -0.5 && position <= pixels - 0.5;
    }

    private static double hold(double position, int pixels) {
        return Math.clamp(position, 0, pixels - 1);
    }

    private void put(int pixel, boolean inside, double x, double y) {
        // rint rounds halves to even, as OpenCV's cvRound does.
        int fixedX = inside ? (int) Math.rint(x * FRACTION) : NOWHERE * FRACTION;
        int fixedY = inside ? (int) Math.rint(y * FRACTION) : NOWHERE * FRACTION;
        int fractions = (fixedY & FRACTION - 1) * FRACTION + (fixedX & FRACTION - 1);
        xy.setAtIndex(ValueLayout.JAVA_SHORT, 2L * pixel, (short) (fixedX >> FRACTION_BITS));
        xy.setAtIndex(ValueLayout.JAVA_SHORT, 2L * pixel + 1, (short) (fixedY >> FRACTION_BITS));
        fraction.setAtIndex(ValueLayout.JAVA_SHORT, pixel, (short) fractions);
        valid.set(ValueLayout.JAVA_BYTE, pixel, (byte) (inside ? 255 : 0));
    }

    /** The real camera that the maps were built for. */
    public CameraModel model() {
        return model;
    }

    /** The virtual camera that the maps lead to. */
    public VirtualCamera virtualCamera() {
        return camera;
    }

    /** The whole number k by which the real picture is shrunk first; 1 for not at all. */
    public int shrink() {
        return shrink;
    }

    /** Width in pixels of the picture that the maps index: real width / k, rounded down. */
    public int shrunkWidth() {
        return model.width() / shrink;
    }

    /** Height in pixels of the picture that the maps index: real height / k, rounded down. */
    public int shrunkHeight() {
        return model.height() / shrink;
    }

    /** Whole parts of the positions in the shrunk picture, int16 [height][width][2] x, y. */
    public MemorySegment xy() {
        return xy;
    }

    /** Fractions of the positions, uint16 [height][width], 32 * fy + fx in 1/32 pixel. */
    public MemorySegment fraction() {
        return fraction;
    }

    /** 255 where the real camera sees the virtual pixel, else 0; uint8 [height][width]. */
    public MemorySegment valid() {
        return valid;
    }

    /** Share of the virtual picture that the real camera sees, above 0 up to 1. */
    public double validShare() {
        return validShare;
    }
}
