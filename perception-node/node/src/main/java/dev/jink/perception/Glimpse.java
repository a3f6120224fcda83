package dev.jink.perception;

import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.health.Distrust;
import dev.jink.perception.sight.ObstacleGrid;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * What the path saw and did last, copied for somebody who watches: see {@link Perception#glimpse}.
 * Belongs to the watcher, who gives the same one again and again.
 */
public final class Glimpse {
    private final VirtualCamera camera;
    private final byte[] picture;
    private final Command wanted = new Command();
    private final Command command = new Command();
    private final Motion own = new Motion();
    private final float[] sectorsM = new float[Sectors.COUNT];
    private float[] rangeM = {};
    private boolean[] seen = {};
    private int columns;
    private Distrust distrust = Distrust.NONE;

    /** One for that perception's pictures. */
    Glimpse(VirtualCamera camera) {
        this.camera = camera;
        picture = new byte[camera.width() * camera.height()];
    }

    /** The camera the network looks through: the picture's, level with the body. */
    public VirtualCamera camera() {
        return camera;
    }

    /** u8 [height][width]: what the network saw, grey, lens and mount taken out. Not to be kept. */
    public byte[] picture() {
        return picture;
    }

    /** The grid over the picture, columns across; 0 before the first picture. */
    public int columns() {
        return columns;
    }

    /** Cells in all, row by row from the top left. */
    public int cells() {
        return rangeM.length;
    }

    /** Metres along the cell's ray; +infinity = clear, NaN = not known. */
    public float rangeM(int cell) {
        return rangeM[cell];
    }

    /** Whether the camera reaches the cell at all. */
    public boolean seen(int cell) {
        return seen[cell];
    }

    /** The flat ring of {@link Sectors}, metres; +infinity = clear, NaN = not known. */
    public float sectorM(int sector) {
        return sectorsM[sector];
    }

    /** The wanted velocity the path worked with, level body frame. */
    public Command wanted() {
        return wanted;
    }

    /** What it commanded, level body frame. */
    public Command command() {
        return command;
    }

    /** The drone's own motion it worked with. */
    public Motion own() {
        return own;
    }

    /** Whether the picture was believed, and why not. */
    public Distrust distrust() {
        return distrust;
    }

    void take(MemorySegment from, ObstacleGrid grid, Sectors sectors) {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, 0, picture, 0, picture.length);
        if (rangeM.length != grid.cells()) {
            rangeM = new float[grid.cells()];
            seen = new boolean[grid.cells()];
        }
        columns = grid.columns();
        for (int cell = 0; cell < rangeM.length; cell++) {
            rangeM[cell] = grid.rangeM(cell);
            seen[cell] = grid.seen(cell);
        }
        for (int i = 0; i < sectorsM.length; i++) {
            sectorsM[i] = sectors.rangeM(i);
        }
    }

    void take(Command wish, Command answer, Motion motion, Distrust doubt) {
        wanted.set(wish);
        command.set(answer);
        own.set(motion);
        distrust = doubt;
        if (doubt != Distrust.NONE) {
            // The planner was not asked: its ring is of an older picture.
            Arrays.fill(sectorsM, Float.NaN);
        }
    }
}
