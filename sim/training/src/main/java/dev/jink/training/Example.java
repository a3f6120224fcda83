package dev.jink.training;

import dev.jink.perception.sight.Contrast;

import java.lang.foreign.MemorySegment;

/**
 * One developed picture with its labels: exactly the bytes that the network would get in flight.
 * Filled over and over; not thread-safe.
 */
final class Example {
    private final byte[] picture = new byte[VirtualPicture.PIXELS];
    private final byte[] valid = new byte[VirtualPicture.PIXELS];
    private final float[] rangeM = new float[VirtualPicture.CELLS];
    private final float[] surfaceM = new float[VirtualPicture.CELLS];
    private final boolean[] seen = new boolean[VirtualPicture.CELLS];
    private final Contrast contrast = new Contrast();
    private int kind;

    /** u8 [120][160] of the sensor, to be written before {@link #normalise}. */
    MemorySegment picture() {
        return MemorySegment.ofArray(picture);
    }

    byte picture(int pixel) {
        return picture[pixel];
    }

    /** A copy of the whole picture, u8 [120][160]. */
    byte[] pixels() {
        return picture.clone();
    }

    /** True ranges of all cells, NaN where the camera didn't see the cell. */
    float[] truth() {
        float[] truth = rangeM.clone();
        for (int cell = 0; cell < truth.length; cell++) {
            truth[cell] = seen[cell] ? truth[cell] : Float.NaN;
        }
        return truth;
    }

    float rangeM(int cell) {
        return rangeM[cell];
    }

    /** Range of the nearest surface of any kind; +infinity in the open sky. */
    float surfaceM(int cell) {
        return surfaceM[cell];
    }

    /** Whether the camera's picture covers the whole cell. */
    boolean seen(int cell) {
        return seen[cell];
    }

    int kind() {
        return kind;
    }

    /** Takes the labels of a frame, mirrored left to right when {@code flip}. */
    void label(MemorySegment frame, boolean flip) {
        kind = FrameLayout.kind(frame);
        for (int cell = 0; cell < rangeM.length; cell++) {
            int column = cell % VirtualPicture.COLUMNS;
            int mirrored = cell - column + VirtualPicture.COLUMNS - 1 - column;
            rangeM[cell] = FrameLayout.rangeM(frame, flip ? mirrored : cell);
            surfaceM[cell] = FrameLayout.surfaceM(frame, flip ? mirrored : cell);
        }
    }

    /**
     * Evens out the light as in flight, seeing only a part of the picture.
     *
     * @param view what the camera covers
     */
    void normalise(FieldOfView view) {
        for (int i = 0; i < valid.length; i++) {
            int x = i % VirtualPicture.WIDTH;
            int y = i / VirtualPicture.WIDTH;
            valid[i] = (byte) (view.covers(x, y, 1) ? 255 : 0);
        }
        for (int cell = 0; cell < seen.length; cell++) {
            int x = cell % VirtualPicture.COLUMNS * VirtualPicture.CELL_PIXELS;
            int y = cell / VirtualPicture.COLUMNS * VirtualPicture.CELL_PIXELS;
            seen[cell] = view.covers(x, y, VirtualPicture.CELL_PIXELS);
        }
        contrast.normalise(picture(), MemorySegment.ofArray(valid));
    }
}
