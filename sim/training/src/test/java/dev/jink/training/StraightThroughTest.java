package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class StraightThroughTest {
    private static final float BELOW_ONE = Math.nextDown(1f);

    @Test
    void shouldGiveExactSignsWithZeroAsPlusOne() {
        Tensor x = leaf(-3f, -0.3f, -Float.MIN_VALUE, -0f, 0f, Float.MIN_VALUE, 0.7f, 3f);
        assertArrayEquals(
                new float[] {-1, -1, -1, 1, 1, 1, 1, 1}, Weights.values(StraightThrough.sign(x)));
    }

    @Test
    void shouldPassTheGradientOnlyWhereTheSignIsUndecided() {
        Tensor x = leaf(-1.5f, -BELOW_ONE, -0.2f, 0f, 0.9f, BELOW_ONE, 1.5f);
        StraightThrough.sign(x).mul(tensor(2f)).sum().backward();
        assertArrayEquals(new float[] {0, 2, 2, 2, 2, 2, 0}, Weights.values(x.grad()));
    }

    @Test
    void shouldRoundWeightsToInt8StepsPerOutputChannel() {
        // Two output channels of 1x1x2: steps 1.27 / 127 and 2.54 / 127.
        Tensor w = leaf(1.27f, 0.004f, -2.54f, 0.03f).reshape(2, 1, 1, 2);
        Tensor step = StraightThrough.int8Step(w);
        assertArrayEquals(new float[] {0.01f, 0.02f}, Weights.values(step), 1e-6f);
        assertArrayEquals(
                new float[] {127, 0, -127, 2}, // 1.5 rounds to even
                Weights.values(StraightThrough.int8Code(w, step)));
    }

    @Test
    void shouldPassTheGradientThroughInt8Rounding() {
        Tensor w = leaf(1.27f, 0.004f, -2.54f, 0.03f);
        Tensor rounded = StraightThrough.int8(w.reshape(2, 1, 1, 2));
        assertEquals(0f, Weights.values(rounded)[1]);
        rounded.sum().backward();
        assertArrayEquals(new float[] {1, 1, 1, 1}, Weights.values(w.grad()));
    }

    private static Tensor leaf(float... values) {
        return tensor(values).requires_grad_(true);
    }
}
