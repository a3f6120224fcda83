package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.Quantizer;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Planes of bits of a tensor of floats: the pixels in, their codes, the planes out. */
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
        int pixelWords = to.layout().pixelWords();
        int stretch =
                Stages.stretch(
                        (toRow - fromRow) * width,
                        from.pitch() * Float.BYTES + pixelWords * Long.BYTES);
        float[] in = new float[stretch * from.pitch()];
        long[] planes = new long[stretch * pixelWords];
        return new Stages(
                () -> to.clearBorder(fromRow, toRow),
                fromRow * width,
                toRow * width,
                stretch,
                new CopyStage(from, 0, in, from.pitch()),
                Specializer.make(
                        QuantizeStage.class,
                        bits,
                        new QuantizeStage.Arguments(
                                in,
                                from.pitch(),
                                Arrays.copyOf(quantizer.shift(), from.pitch()),
                                planes,
                                from.shape().channels(),
                                quantizer.bits(),
                                quantizer.inverseStep())),
                new StorePlanes(to, planes));
    }

    /** A few pixels' planes, from an array into the slab. */
    private record StorePlanes(BitTensor to, long[] planes) implements Stage {
        @Override
        public void run(int first, int pixels) {
            int width = to.layout().shape().width();
            int words = to.layout().pixelWords();
            int done = 0;
            while (done < pixels) {
                int y = (first + done) / width;
                int x = (first + done) % width;
                int beside = Math.min(width - x, pixels - done);
                long at = to.layout().wordIndex(y, x) * Long.BYTES;
                MemorySegment.copy(planes, done * words, to.words(), JAVA_LONG, at, beside * words);
                done += beside;
            }
        }
    }
}
