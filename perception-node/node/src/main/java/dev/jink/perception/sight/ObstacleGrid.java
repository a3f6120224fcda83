package dev.jink.perception.sight;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * What lies in the way, cell by cell of the picture: the range to the nearest obstacle along the
 * cell's ray, and how far to trust it.
 *
 * <p>Cells are numbered row by row from the top left: cell = row · columns + column. A range is
 * in metres along the ray (Euclidean, not depth): a number, +infinity for "nothing nearer than
 * the last threshold", or NaN for "not known". Not known is never free: who plans with the grid
 * must treat it as blocked.
 *
 * <p>Caller-owned and mutable; {@link #decode} allocates nothing. Not thread-safe.
 */
public final class ObstacleGrid {
    /** A cell surely nearer than the first threshold T[0] is taken to be at this share of T[0]. */
    public static final float NEAREST_SHARE = 0.7f;

    private final int columns;
    private final int rows;
    private final OrdinalRange ordinal;
    private final int channels;
    private final float minConfidence;
    private final float[] rangeM;
    private final float[] confidence;
    private final boolean[] seen;

    /** A grid of the given size with the network's usual thresholds, trusting every confidence. */
    public ObstacleGrid(int columns, int rows) {
        this(columns, rows, new float[] {1, 1.5f, 2, 3, 4, 6, 8, 12}, 0);
    }

    /** A grid whose network says nothing but these thresholds. */
    public ObstacleGrid(int columns, int rows, float[] thresholdsM, float minConfidence) {
        this(columns, rows, thresholdsM, minConfidence, thresholdsM.length);
    }

    /**
     * All cells start as not known.
     *
     * @param columns cells across, 1 or more
     * @param rows cells down, 1 or more
     * @param thresholdsM the ranges T[k] the network decides about, rising, 2 to 32 of them.
     *     Copied.
     * @param minConfidence 0 to 1: a cell decoded with less confidence is not known
     * @param channels of the network's output; those past the thresholds are not read
     * @throws IllegalArgumentException in one line, when one of these is out of range
     */
    public ObstacleGrid(
            int columns, int rows, float[] thresholdsM, float minConfidence, int channels) {
        if (columns < 1 || rows < 1 || (long) columns * rows > 1 << 20) {
            throw new IllegalArgumentException(
                    "grid: got "
                            + columns
                            + " columns x "
                            + rows
                            + " rows, wanted at least 1 x 1 and at most 2^20 cells:"
                            + " read the size from the model's metadata key grid");
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "grid: min_confidence is "
                            + minConfidence
                            + ", wanted 0 (trust all) to 1 (trust nothing): set it in between");
        }
        this.columns = columns;
        this.rows = rows;
        this.minConfidence = minConfidence;
        this.channels = channels;
        ordinal = new OrdinalRange(thresholdsM);
        rangeM = new float[columns * rows];
        confidence = new float[columns * rows];
        seen = new boolean[columns * rows];
        Arrays.fill(seen, true);
        clearToUnknown();
    }

    /** Cells across. */
    public int columns() {
        return columns;
    }

    /** Cells down. */
    public int rows() {
        return rows;
    }

    /** columns · rows. */
    public int cells() {
        return rangeM.length;
    }

    /** The number of logits a cell has: one per threshold. */
    public int levels() {
        return ordinal.levels();
    }

    /** Metres along the cell's ray; +infinity = clear; NaN = not known. */
    public float rangeM(int cell) {
        return rangeM[cell];
    }

    /** 0 = a guess, 1 = sure. */
    public float confidence(int cell) {
        return confidence[cell];
    }

    /** Below this confidence {@link #decode} makes a cell not known. */
    public float minConfidence() {
        return minConfidence;
    }

    /**
     * Whether the camera reaches the cell at all. A cell it doesn't reach is not known, and lies
     * outside of the view like everything beside the picture.
     */
    public boolean seen(int cell) {
        return seen[cell];
    }

    /** Makes every cell not known: the state of a grid that must not be trusted. */
    public void clearToUnknown() {
        Arrays.fill(rangeM, Float.NaN);
        Arrays.fill(confidence, 0);
    }

    /**
     * Sets one cell as it is given, whatever its confidence: for truth from a simulator, and tests.
     *
     * @param rangeM metres, +infinity = clear, NaN = not known
     * @param confidence 0 to 1
     */
    public void set(int cell, float rangeM, float confidence) {
        this.rangeM[cell] = rangeM;
        this.confidence[cell] = confidence;
    }

    /**
     * Reads the network's output; see {@link OrdinalRange} for the arithmetic.
     *
     * @param logits f32 [rows][columns][channels], native order, the levels first. Not modified.
     *     Must be that large.
     */
    public void decode(MemorySegment logits) {
        int levels = ordinal.levels();
        for (int cell = 0; cell < rangeM.length; cell++) {
            long at = (long) cell * channels * Float.BYTES;
            for (int k = 0; k < levels; k++, at += Float.BYTES) {
                ordinal.put(k, logits.get(ValueLayout.JAVA_FLOAT, at));
            }
            float sure = ordinal.confidence();
            confidence[cell] = sure;
            // Written so that a NaN confidence, from a NaN logit, falls to "not known" as well.
            rangeM[cell] = sure >= minConfidence ? ordinal.rangeM() : Float.NaN;
        }
    }

    /** Makes every cell not known in which the camera sees too little; see {@link Coverage}. */
    public void forgetUnseen(Coverage coverage) {
        for (int cell = 0; cell < rangeM.length; cell++) {
            seen[cell] = coverage.reaches(cell);
            if (!seen[cell]) {
                rangeM[cell] = Float.NaN;
                confidence[cell] = 0;
            }
        }
    }

    /**
     * The share, 0 to 1, of the cells the camera reaches that are not known; 1 if it reaches
     * none.
     */
    public double unknownShare() {
        int reached = 0;
        int unknown = 0;
        for (int cell = 0; cell < rangeM.length; cell++) {
            if (seen[cell]) {
                reached++;
                unknown += Float.isNaN(rangeM[cell]) ? 1 : 0;
            }
        }
        return reached == 0 ? 1 : (double) unknown / reached;
    }

    /** The nearest known range in metres; +infinity when no cell holds an obstacle. */
    public float nearestM() {
        float nearest = Float.POSITIVE_INFINITY;
        for (float range : rangeM) {
            nearest = range < nearest ? range : nearest;
        }
        return nearest;
    }
}
