package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.hardtanh;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Quantisers whose forward value is exact and whose gradient passes straight through.
 *
 * <p>The sign has no useful derivative, so backward it is taken for hardtanh (Courbariaux et al.,
 * "Binarized Neural Networks", 2016): the gradient passes where |x| &lt; 1 and is 0 elsewhere. The
 * usual {@code y + (sign(y) - y).detach()} rounds: the sum may miss 1 by one unit in the last
 * place, and then a network no longer equals the engine's. Here the value is written into the
 * storage of hardtanh's result instead. That is sound because hardtanh's backward reads its input,
 * never its result.
 */
final class StraightThrough {
    private static final Scalar ONE = Torch.scalar(1);
    private static final Scalar MINUS_ONE = Torch.scalar(-1);
    private static final Scalar ZERO = Torch.scalar(0);
    private static final Scalar TWO = Torch.scalar(2);
    private static final Scalar INT8_MAX = Torch.scalar(127);
    private static final Scalar TINY = Torch.scalar(1e-12);

    private StraightThrough() {}

    /** -1 where x is negative, +1 elsewhere (zero and minus zero too, as in the engine). */
    static Tensor sign(Tensor x) {
        Tensor soft = hardtanh(x, MINUS_ONE, ONE);
        Tensor value = x.detach().ge(ZERO).to(x.scalar_type()).mul_(TWO).sub_(ONE);
        soft.detach().copy_(value);
        return soft;
    }

    /** One over the width of a level of 2 or 4 bits: levels end at -2 and 2, whatever the bits. */
    static float inverseStep(int bits) {
        return 1 << bits - 2;
    }

    /**
     * The odd levels -(2^b - 1) … 2^b - 1 of {@code Quantizer}; the gradient passes between the
     * ends.
     *
     * @param bits 2 or 4
     */
    static Tensor levels(Tensor x, int bits) {
        Scalar top = new Scalar((1 << bits) - 1f);
        Tensor soft = x.mul(new Scalar(inverseStep(bits))).add(new Scalar((float) (1 << bits - 1)));
        soft = hardtanh(soft, ZERO, top);
        Tensor code = soft.detach().floor();
        Tensor out = soft.mul(TWO).sub(top);
        out.detach().copy_(code.mul_(TWO).sub_(top));
        return out;
    }

    /**
     * The step between neighbouring int8 weights, one per output channel.
     *
     * @param weights float [oc][ic][ky][kx]
     * @return float [oc][1][1][1], never 0
     */
    static Tensor int8Step(Tensor weights) {
        return weights.detach().abs().amax(new long[] {1, 2, 3}, true).div(INT8_MAX).add(TINY);
    }

    /** Whole numbers -127 … 127 nearest to weights / step; without a gradient. */
    static Tensor int8Code(Tensor weights, Tensor step) {
        return weights.detach().div(step).round();
    }

    /** The weights as an int8 layer has them; the gradient is that of the weights themselves. */
    static Tensor int8(Tensor weights) {
        Tensor step = int8Step(weights);
        Tensor through = weights.mul(ONE);
        through.detach().copy_(int8Code(weights, step).mul_(step));
        return through;
    }
}
