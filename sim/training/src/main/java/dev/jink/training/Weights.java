package dev.jink.training;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All tensors of one network by name: those the optimizer moves, and the running statistics.
 *
 * <p>Make it outside every {@code PointerScope}: a scope frees what was made inside it. What {@code
 * register_parameter} returns is a reference into a vector that moves as it grows, so this class
 * keeps the handles it made itself. Not thread-safe.
 */
final class Weights {
    private final Module module = new Module("sight");
    private final TensorVector trained = new TensorVector();
    private final Map<String, Tensor> all = new LinkedHashMap<>();

    /** Registers a tensor that training moves. */
    Tensor trained(String name, Tensor initial) {
        Tensor t = keep(name, initial.detach().requires_grad_(true));
        module.register_parameter(name, t, true);
        trained.push_back(t);
        return t;
    }

    /** Registers a tensor that only the forward pass moves. */
    Tensor statistic(String name, Tensor initial) {
        Tensor t = keep(name, initial.detach());
        module.register_buffer(name, t);
        return t;
    }

    private Tensor keep(String name, Tensor t) {
        if (all.put(name, t) != null) {
            throw new IllegalStateException(
                    "tensor registered twice: got %s, wanted new names; rename it".formatted(name));
        }
        return t;
    }

    TensorVector trained() {
        return trained;
    }

    /** Overwrites every tensor with that of the same name in another network of one shape. */
    void copyFrom(Weights other) {
        Torch.withoutGradient(() -> all.forEach((name, t) -> t.copy_(other.all.get(name))));
    }

    void save(OutputArchive archive) {
        module.save(archive);
    }

    void load(InputArchive archive) {
        module.load(archive);
    }

    /** As {@link #save}, in half precision: enough to judge by, not to train on. */
    void saveHalf(OutputArchive archive) {
        all.forEach((name, t) -> archive.write(name, t.detach().to(ScalarType.Half)));
    }

    /** Reads what {@link #saveHalf} wrote. */
    void loadHalf(InputArchive archive) {
        loadHalf(archive, name -> true);
    }

    /** Reads those tensors of what {@link #saveHalf} wrote whose names are wanted. */
    void loadHalf(InputArchive archive, Predicate<String> wanted) {
        Torch.withoutGradient(
                () ->
                        all.forEach(
                                (name, t) -> {
                                    if (wanted.test(name)) {
                                        Tensor half = new Tensor();
                                        archive.read(name, half);
                                        t.copy_(half);
                                    }
                                }));
    }

    /** Whether {@link #saveHalf} wrote a tensor of that name. */
    static boolean has(InputArchive archive, String name) {
        return archive.try_read(name, new Tensor());
    }

    /** The values of a tensor in row-major order, on the heap. */
    static float[] values(Tensor t) {
        float[] values = new float[Math.toIntExact(t.numel())];
        try (Tensor packed = t.detach().contiguous();
                FloatPointer at = packed.data_ptr_float()) {
            at.get(values);
        }
        return values;
    }
}
