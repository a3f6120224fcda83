package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.globalContext;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch.ScalarType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two brackets around every use of libtorch, and its thread count, which is one.
 *
 * <p>Native memory is freed when a scope closes; without one it would wait for the garbage
 * collector, which sees a few bytes where libtorch holds megabytes (56 MB a training step).
 */
final class Torch {
    static {
        // On a shared machine OpenMP's spinning threads cost more than they bring: 3 to 8 times the
        // time was measured. With one thread sums have one order, too, so runs repeat bit for bit.
        set_num_threads(1);
        // It knows few processors, and says so on every convolution.
        globalContext().setUserEnabledNNPACK(false);
    }

    private static final boolean FAST_BFLOAT16 = fastBfloat16();

    /**
     * Channels in one vector of oneDNN's kernels. On a Zen 5 core what they fill up other counts
     * with gets into sums and gradients, in float and in bfloat16: with 4, 8 and 24 channels 40 of
     * 40 trials were wrong, some of them NaN, with 16, 32, 64 and 96 none.
     */
    private static final int VECTOR = 16;

    private Torch() {}

    /**
     * Leaves a network's convolutions to oneDNN, forward and backward, or to libtorch's own, which
     * take several times as long and are right for any count of channels. Of the whole process,
     * until the next call.
     */
    static void chooseConvolutions(Architecture of) {
        globalContext().setUserEnabledMkldnn(whole(of));
    }

    private static boolean whole(Architecture of) {
        return of.stem().channels() % VECTOR == 0
                && of.blocks().stream().allMatch(b -> b.channels() % VECTOR == 0);
    }

    /** What such a network's convolutions of signs compute in; their sums are exact in either. */
    static ScalarType trainingType(Architecture of) {
        return FAST_BFLOAT16 && whole(of) ? ScalarType.BFloat16 : ScalarType.Float;
    }

    /**
     * bfloat16 only where it is faster: it takes half of float's time on a Zen 4 or 5 core, 1.4
     * times as long on an Emerald Rapids one without AMX, and is emulated where the processor
     * doesn't multiply it.
     */
    private static boolean fastBfloat16() {
        try {
            String machine = Files.readString(Path.of("/proc/cpuinfo"));
            return machine.contains("avx512_bf16") && machine.contains("AuthenticAMD");
        } catch (IOException elsewhere) {
            return false;
        }
    }

    /**
     * A constant that outlives the scope in which its class happens to be first used.
     *
     * <p>A plain {@code new Scalar} in a static field would be freed with that scope.
     */
    static Scalar scalar(double value) {
        Scalar scalar = new Scalar((float) value);
        scalar.retainReference();
        return scalar;
    }

    /** Runs one step and frees every tensor it made. */
    static void step(Runnable work) {
        PointerScope scope = new PointerScope();
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    /** As {@link #step}, without recording what a backward pass would need. */
    static void withoutGradient(Runnable work) {
        step(
                () -> {
                    NoGradGuard guard = new NoGradGuard();
                    try {
                        work.run();
                    } finally {
                        guard.close();
                    }
                });
    }
}
