package dev.jink.perception.sight;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.GrayConversion;
import dev.jink.calibration.Mount;
import dev.jink.calibration.RectifyMaps;
import dev.jink.calibration.Remap;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.frame.Frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * Turns pictures of one real camera into the network's virtual picture: to grey, then through lens,
 * mount and resolution in one look-up.
 *
 * <p>Built for one calibration, so for one picture size; any encoding. The first picture of an
 * encoding makes its buffers ({@link #prepare} does so earlier), after that a call allocates
 * nothing as long as the row step stays the same. Not thread-safe.
 */
public final class Rectifier implements AutoCloseable {
    private final RectifyMaps maps;
    private final Remap remap;
    private final GrayConversion[] toGray = new GrayConversion[Encoding.values().length];
    private final int width;
    private final int height;

    private Rectifier(RectifyMaps maps) {
        this.maps = maps;
        width = maps.model().width();
        height = maps.model().height();
        remap = Remap.of(maps, width, height);
    }

    /**
     * Computes the maps: some milliseconds, for configuration time.
     *
     * @param camera the real camera
     * @param mount how it sits in the body
     * @param virtual the camera the network wants, from the model's metadata
     * @throws dev.jink.calibration.CalibrationException in one line when the real camera sees
     *     nothing of the virtual one's view
     */
    public static Rectifier of(CameraModel camera, Mount mount, VirtualCamera virtual) {
        return new Rectifier(RectifyMaps.of(camera, mount, virtual));
    }

    /** The maps it runs. */
    public RectifyMaps maps() {
        return maps;
    }

    /** What the camera reaches of a grid over the virtual picture. */
    public Coverage coverage(int columns, int rows) {
        return Coverage.of(maps, columns, rows);
    }

    /** A virtual picture to rectify into: u8 [height][width], off-heap, 64-byte aligned. */
    public MemorySegment allocatePicture() {
        VirtualCamera virtual = maps.virtualCamera();
        return Arena.ofAuto().allocate((long) virtual.width() * virtual.height(), 64);
    }

    /**
     * Makes the buffers for an encoding, so that its first picture takes no longer than the others.
     *
     * @throws dev.jink.calibration.CalibrationException in one line when the encoding can't have
     *     the calibrated size (an odd width of yuyv)
     */
    public void prepare(Encoding encoding) {
        if (toGray[encoding.ordinal()] == null) {
            String name = encoding.name().toLowerCase(Locale.ROOT);
            toGray[encoding.ordinal()] = GrayConversion.of(name, width, height);
        }
    }

    /** Whether pictures of this size are those the calibration is for. */
    public boolean fits(int pictureWidth, int pictureHeight) {
        return pictureWidth == width && pictureHeight == height;
    }

    /** Why pictures of this size are refused, in one line; null when they {@link #fits fit}. */
    public String refusal(int pictureWidth, int pictureHeight) {
        if (fits(pictureWidth, pictureHeight)) {
            return null;
        }
        return "picture is "
                + pictureWidth
                + "x"
                + pictureHeight
                + ", wanted "
                + width
                + "x"
                + height
                + ", the size the camera was calibrated for:"
                + " set the driver to that size, or give the calibration of this one";
    }

    /**
     * Rectifies a checked frame.
     *
     * @param virtualPicture u8 [height][width] of the virtual camera, off-heap. Modified.
     * @return false, with nothing written, when the frame's size isn't the calibrated one
     */
    public boolean rectify(Frame frame, MemorySegment virtualPicture) {
        return rectify(
                frame.pixels(),
                frame.width(),
                frame.height(),
                frame.step(),
                frame.encoding(),
                virtualPicture);
    }

    /**
     * Rectifies a picture.
     *
     * @param pixels at least [height − 1][step] and a last row, off-heap. Not modified.
     * @param step bytes from one row to the next
     * @param virtualPicture u8 [height][width] of the virtual camera, off-heap. Modified.
     * @return false, with nothing written, when the size isn't the calibrated one
     */
    public boolean rectify(
            MemorySegment pixels,
            int pictureWidth,
            int pictureHeight,
            int step,
            Encoding encoding,
            MemorySegment virtualPicture) {
        if (!fits(pictureWidth, pictureHeight)) {
            return false;
        }
        prepare(encoding);
        GrayConversion conversion = toGray[encoding.ordinal()];
        MemorySegment gray = conversion.run(pixels, step);
        remap.run(gray, conversion.grayStep(), virtualPicture);
        return true;
    }

    /** Frees the native headers at once. */
    @Override
    public void close() {
        for (GrayConversion conversion : toGray) {
            if (conversion != null) {
                conversion.close();
            }
        }
        remap.close();
    }
}
