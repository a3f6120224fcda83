package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.Quantizer;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Planes of bits of a tensor of floats: the band in, its codes, the planes out. */
final class QuantizeKernel implements LayerKernel {
    private final Quantizer quantizer;
    private final int bits;

    QuantizeKernel(Quantizer quantizer, int bits) {
        this.quantizer = quantizer;
        this.bits = bits;
    }

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public String why() {
        return "read in %d bits".formatted(quantizer.bits());
    }

    @Override
    public Step bind(Buffers io, int fromRow, int toRow) {
        FloatTensor from = io.floatsIn();
        BitTensor to = io.bitsOut();
        int width = from.shape().width();
        int band = RowSteps.band(toRow - fromRow, width);
        float[] in = new float[band * width * from.pitch()];
        long[] planes = new long[band * width * to.layout().pixelWords()];
        return new RowSteps(
                () -> to.clearBorder(fromRow, toRow),
                fromRow,
                toRow,
                band,
                new CopyRow(from, in),
                Specializer.make(
                        QuantizeRow.class,
                        bits,
                        new QuantizeRow.Arguments(
                                in,
                                from.pitch(),
                                Arrays.copyOf(quantizer.shift(), from.pitch()),
                                planes,
                                width,
                                from.shape().channels(),
                                quantizer.bits(),
                                quantizer.inverseStep())),
                new StorePlanes(to, planes));
    }

    /** A band of planes, from an array into the slab. */
    private record StorePlanes(BitTensor to, long[] planes) implements RowKernel {
        @Override
        public void run(int y, int rows) {
            int rowWords = to.layout().shape().width() * to.layout().pixelWords();
            for (int row = 0; row < rows; row++) {
                long at = to.layout().wordIndex(y + row, 0) * Long.BYTES;
                MemorySegment.copy(planes, row * rowWords, to.words(), JAVA_LONG, at, rowWords);
            }
        }
    }
}
