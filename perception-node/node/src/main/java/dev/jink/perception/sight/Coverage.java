package dev.jink.perception.sight;

import dev.jink.calibration.CellMask;
import dev.jink.calibration.RectifyMaps;

import java.lang.foreign.MemorySegment;

/**
 * What the real camera reaches of the virtual picture: pixel by pixel, and cell by cell.
 *
 * @param pixels u8 [height][width], 0 = not reached, 255 = reached. Lent: not to be written.
 * @param cells the share of each cell that is reached
 */
public record Coverage(MemorySegment pixels, CellMask cells) {
    /** A cell with a smaller share of reached pixels isn't judged: it is not known. */
    public static final float LEAST_SHARE = 0.75f;

    /**
     * @param columns of the network's grid
     * @param rows of the network's grid
     * @throws dev.jink.calibration.CalibrationException in one line when the grid doesn't tile the
     *     virtual picture
     */
    public static Coverage of(RectifyMaps maps, int columns, int rows) {
        return new Coverage(maps.valid(), CellMask.of(maps, columns, rows));
    }

    /** Whether the cell is reached well enough to be judged. */
    public boolean reaches(int cell) {
        return cells.covers(cell, LEAST_SHARE);
    }
}
