package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TorchTest {
    private static final int TRIALS = 5;

    /** A convolution of signs, whose sums are exact in every type, forward and backward. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 24, 32, 40})
    void shouldSumSignsExactlyForAnyNumberOfChannels(int channels) {
        Architecture of = Architecture.sight(channels, 1, channels, List.of(1), 1);
        Torch.chooseConvolutions(of);
        for (int trial = 0; trial < TRIALS; trial++) {
            int seed = trial;
            Torch.step(
                    () -> {
                        manual_seed(seed);
                        Tensor x = randn(new long[] {4, channels, 32, 42}).sign();
                        Tensor w = randn(new long[] {channels, channels, 3, 3}).sign();
                        Tensor up = randn(new long[] {4, channels, 30, 40}).sign();
                        float[][] exact = convolved(x, w, up, ScalarType.Double);
                        float[][] trained = convolved(x, w, up, Torch.trainingType(of));
                        assertArrayEquals(exact[0], trained[0], "sums");
                        assertArrayEquals(exact[1], trained[1], "gradient");
                    });
        }
    }

    /** Sums, and the gradient of the input under {@code up}. */
    private static float[][] convolved(Tensor x, Tensor w, Tensor up, ScalarType type) {
        Tensor in = x.detach().clone().requires_grad_(true);
        Tensor out =
                conv2d(
                                in.to(type),
                                w.to(type),
                                new TensorOptional(),
                                new long[] {1, 1},
                                new long[] {0, 0},
                                new long[] {1, 1},
                                1)
                        .to(ScalarType.Float);
        out.mul(up).sum().backward();
        return new float[][] {Weights.values(out), Weights.values(in.grad())};
    }
}
