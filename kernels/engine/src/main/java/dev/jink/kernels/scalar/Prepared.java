package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel;

/** A layer with the scalar kernel chosen for it. */
record Prepared(String name, String why, Binder binder) implements LayerKernel {
    @Override
    public Step bind(Buffers buffers, int fromRow, int toRow) {
        return binder.bind(buffers, fromRow, toRow);
    }

    /** Makes the step for some rows. */
    interface Binder {
        Step bind(Buffers buffers, int fromRow, int toRow);
    }
}
