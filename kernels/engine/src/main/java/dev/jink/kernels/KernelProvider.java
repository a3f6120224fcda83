package dev.jink.kernels;

import dev.jink.kernels.scalar.ScalarKernels;
import dev.jink.kernels.vector.VectorKernels;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Chooses the path: the widest vectors that this machine runs well, 512, 256, 128 bits, or scalar
 * code, by checks in that order.
 *
 * <p>{@code -Djink.kernels=512|256|128|scalar} forces one. A forced path that the machine lacks is
 * an error, never another path: whoever forces one wants to know. The choice is logged in one line
 * with its reason. Any thread.
 */
public final class KernelProvider {
    /** The system property that forces a path. */
    public static final String PROPERTY = "jink.kernels";

    private static final List<String> PATHS = List.of("512", "256", "128", "scalar");

    /**
     * @param path the path taken
     * @param reason one line: the path, why, and why no wider one
     */
    record Choice(String path, String reason) {}

    /** The last choice that was logged: once for each, not once for each plan. */
    private static final AtomicReference<Choice> LOGGED = new AtomicReference<>();

    private KernelProvider() {}

    /**
     * The path for this machine, or the forced one.
     *
     * @throws IllegalArgumentException when the forced path is unknown or not available here
     */
    public static Kernels choose() {
        Choice choice = choice();
        if (!choice.equals(LOGGED.getAndSet(choice))) {
            System.getLogger(KernelProvider.class.getName()).log(Level.INFO, choice.reason);
        }
        return kernels(choice.path);
    }

    /**
     * A path by name.
     *
     * @throws IllegalArgumentException when it is unknown or not available here
     */
    public static Kernels named(String path) {
        return kernels(choice(Machine.probe(), path).path);
    }

    /** The paths that this machine runs, widest first; scalar is always the last of them. */
    public static List<String> available() {
        return offered(Machine.probe());
    }

    /** What {@link #choose()} takes and why, in one line. */
    public static String reason() {
        return choice().reason;
    }

    private static Choice choice() {
        return choice(Machine.probe(), System.getProperty(PROPERTY));
    }

    static Choice choice(Machine machine, String forced) {
        if (forced != null) {
            return forced(machine, forced);
        }
        List<String> refusals = new ArrayList<>();
        for (String path : PATHS) {
            String refusal = machine.refusal(path);
            if (refusal == null) {
                String why = refusals.isEmpty() ? "the widest" : String.join("; ", refusals);
                return new Choice(path, "kernels %s: %s".formatted(path, why));
            }
            refusals.add("not " + path + ", " + refusal);
        }
        throw new AssertionError("scalar is never refused");
    }

    private static Choice forced(Machine machine, String path) {
        if (!PATHS.contains(path)) {
            throw new IllegalArgumentException(
                    "%s: got %s, wanted one of %s: leave it out to let Jink choose"
                            .formatted(PROPERTY, path, String.join(" ", PATHS)));
        }
        String refusal = machine.refusal(path);
        if (refusal != null) {
            throw new IllegalArgumentException(
                    "%s: got %s, wanted a path of this machine (%s), for %s: force one of those"
                            .formatted(
                                    PROPERTY, path, String.join(" ", offered(machine)), refusal));
        }
        return new Choice(path, "kernels %s: asked for".formatted(path));
    }

    private static List<String> offered(Machine machine) {
        return PATHS.stream().filter(path -> machine.refusal(path) == null).toList();
    }

    private static Kernels kernels(String path) {
        return path.equals("scalar")
                ? new ScalarKernels()
                : new VectorKernels(Integer.parseInt(path), Machine.probe().vectorCount());
    }
}
