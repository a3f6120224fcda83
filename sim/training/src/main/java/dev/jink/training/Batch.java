package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.from_blob;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of pictures with their labels in native memory that libtorch reads in place.
 *
 * <p>Make it outside every {@code PointerScope}; it is filled and read over and over, by one thread
 * at a time.
 */
final class Batch {
    private final int size;
    private final FloatPointer pixels; // [n][1][120][160], 0 … 255 after Contrast
    private final FloatPointer targets; // [n][16][15][20], 0 or 1
    private final FloatPointer costs; // [n][16][15][20]
    private final float[] picture = new float[VirtualPicture.PIXELS];
    private final float[] target = new float[Ordinal.LOGITS * VirtualPicture.CELLS];
    private final float[] cost = new float[Ordinal.LOGITS * VirtualPicture.CELLS];

    Batch(int size) {
        this.size = size;
        pixels = new FloatPointer((long) size * VirtualPicture.PIXELS);
        targets = new FloatPointer((long) size * target.length);
        costs = new FloatPointer((long) size * cost.length);
    }

    int size() {
        return size;
    }

    /** Copies an example into place {@code slot}. */
    void set(int slot, Example example) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Byte.toUnsignedInt(example.picture(i));
        }
        for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
            float rangeM = example.rangeM(cell);
            float surfaceM = example.surfaceM(cell);
            boolean seen = example.seen(cell);
            float obstacleCost = Ordinal.cost(rangeM, seen);
            float surfaceCost = Ordinal.surfaceCost(surfaceM, seen);
            for (int k = 0; k < Ordinal.COUNT; k++) {
                int obstacle = k * VirtualPicture.CELLS + cell;
                int surface = obstacle + Ordinal.COUNT * VirtualPicture.CELLS;
                target[obstacle] = Ordinal.target(rangeM, k);
                target[surface] = Ordinal.target(surfaceM, k);
                cost[obstacle] = obstacleCost;
                cost[surface] = surfaceCost;
            }
        }
        put(pixels, slot, picture);
        put(targets, slot, target);
        put(costs, slot, cost);
    }

    private static void put(FloatPointer to, int slot, float[] from) {
        to.position((long) slot * from.length).put(from);
        to.position(0);
    }

    Tensor pixels() {
        return from_blob(pixels, size, 1, VirtualPicture.HEIGHT, VirtualPicture.WIDTH);
    }

    Tensor targets() {
        return perLogit(targets);
    }

    Tensor costs() {
        return perLogit(costs);
    }

    private Tensor perLogit(FloatPointer values) {
        return from_blob(values, size, Ordinal.LOGITS, VirtualPicture.ROWS, VirtualPicture.COLUMNS);
    }
}
