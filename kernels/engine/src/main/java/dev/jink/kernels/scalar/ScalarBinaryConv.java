package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Shortcut;

import java.lang.foreign.MemorySegment;

/**
 * Gathers the words under the kernel once per pixel, group and plane, then one row of weights per
 * channel.
 */
final class ScalarBinaryConv implements Step {
    private final BinaryConv layer;
    private final int fromRow;
    private final int toRow;
    private final BitLayout layout;
    private final MemorySegment words;
    private final MemorySegment mapped;
    private final long[] weights;
    private final Epilogue epilogue;
    private final ScalarShortcut shortcut;
    private final int planes;
    private final int taps;
    private final int groupWords;
    private final int groupOut;
    private final long[] patch;
    private final int[] dots;

    ScalarBinaryConv(BinaryConv layer, Buffers io, int fromRow, int toRow) {
        this.layer = layer;
        this.fromRow = fromRow;
        this.toRow = toRow;
        layout = io.bitsIn().layout();
        words = io.bitsIn().words();
        mapped = layer.weights().isMapped() ? layer.weights().segment() : null;
        weights = mapped == null ? layer.weights().toArray() : new long[patchWords(layer)];
        epilogue = new Epilogue(layer.scale(), layer.bias(), layer.activation(), io);
        shortcut = layer.shortcut() == Shortcut.NONE ? null : new ScalarShortcut(layer, io);
        planes = layer.quantizer().bits();
        taps = layer.taps();
        groupWords = layer.groupWords();
        groupOut = layer.outChannels() / layer.groups();
        patch = new long[planes * patchWords(layer)];
        dots = new int[layer.outChannels()];
    }

    @Override
    public void run() {
        epilogue.begin(fromRow, toRow);
        int width = layer.out().width();
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < width; x++) {
                for (int group = 0; group < layer.groups(); group++) {
                    gather(y, x, group);
                    for (int oc = group * groupOut; oc < (group + 1) * groupOut; oc++) {
                        dots[oc] = layer.quantizer().top() * taps - 2 * differing(oc);
                    }
                }
                epilogue.finish(y, x, dots, shortcut == null ? null : shortcut.at(y, x));
            }
        }
    }

    /** The patch as {@code [plane][ky][kx][words of the group]}. */
    private void gather(int y, int x, int group) {
        int before = layer.window().before();
        int stride = layer.window().stride();
        int dilation = layer.window().dilation();
        int kernel = layer.window().kernel();
        int firstBit = group * layer.groupChannels();
        int to = 0;
        for (int plane = 0; plane < planes; plane++) {
            for (int tap = 0; tap < kernel * kernel; tap++) {
                int iy = y * stride - before + tap / kernel * dilation;
                int ix = x * stride - before + tap % kernel * dilation;
                long pixel = layout.wordIndex(iy, ix) + (long) plane * layout.words();
                for (int w = 0; w < groupWords; w++) {
                    patch[to++] =
                            GroupBits.word(
                                    words,
                                    pixel,
                                    layout.words(),
                                    firstBit,
                                    layer.groupChannels(),
                                    w);
                }
            }
        }
    }

    /** Words of one out channel's weights. */
    private static int patchWords(BinaryConv layer) {
        return layer.window().taps() * layer.groupWords();
    }

    /** Differing bits of out channel oc, those of plane p counted 2^p times. */
    private int differing(int oc) {
        int perPlane = patch.length / planes;
        int row = oc * perPlane;
        if (mapped != null) {
            long at = (long) oc * perPlane * Long.BYTES;
            MemorySegment.copy(mapped, JAVA_LONG, at, weights, 0, perPlane);
            row = 0;
        }
        int sum = 0;
        for (int plane = 0; plane < planes; plane++) {
            sum += differing(plane * perPlane, row, perPlane) << plane;
        }
        return sum;
    }

    private int differing(int from, int row, int count) {
        int sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Long.bitCount(patch[from + k] ^ weights[row + k]);
        }
        return sum;
    }
}
