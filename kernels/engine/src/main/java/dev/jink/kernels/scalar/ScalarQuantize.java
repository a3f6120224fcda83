package dev.jink.kernels.scalar;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.Buffers;
import dev.jink.kernels.FloatTensor;
import dev.jink.kernels.LayerKernel.Step;
import dev.jink.kernels.plan.Quantizer;

import java.util.Arrays;

/** From floats to planes of bits, value by value. A bit is 1, that is −1, where the code's is 0. */
final class ScalarQuantize implements Step {
    private final Quantizer quantizer;
    private final float[] shift;
    private final FloatTensor in;
    private final BitTensor out;
    private final int fromRow;
    private final int toRow;
    private final float[] inRow;
    private final long[] word;

    ScalarQuantize(Buffers io, int fromRow, int toRow) {
        quantizer = io.quantizerOut();
        shift = quantizer.shift();
        in = io.floatsIn();
        out = io.bitsOut();
        this.fromRow = fromRow;
        this.toRow = toRow;
        inRow = FloatRows.row(in);
        word = new long[quantizer.bits()];
    }

    @Override
    public void run() {
        out.clearBorder(fromRow, toRow);
        int words = out.layout().words();
        for (int y = fromRow; y < toRow; y++) {
            FloatRows.read(in, y, inRow);
            for (int x = 0; x < in.shape().width(); x++) {
                for (int w = 0; w < words; w++) {
                    pack(x, w);
                    for (int plane = 0; plane < word.length; plane++) {
                        out.setWord(y, x, plane * words + w, word[plane]);
                    }
                }
            }
        }
    }

    private void pack(int x, int w) {
        int first = w * BitLayout.WORD_BITS;
        int end = Math.min(first + BitLayout.WORD_BITS, shift.length);
        Arrays.fill(word, 0);
        for (int c = first; c < end; c++) {
            int code = ~quantizer.code(inRow[x * in.pitch() + c], shift[c]);
            for (int plane = 0; plane < word.length; plane++) {
                word[plane] |= (long) (code >>> plane & 1) << c;
            }
        }
    }
}
