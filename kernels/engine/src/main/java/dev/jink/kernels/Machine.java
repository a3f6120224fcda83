package dev.jink.kernels;

import dev.jink.kernels.vector.VectorKernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the choice of a path depends on.
 *
 * @param vectorModule whether jdk.incubator.vector is in the boot layer
 * @param compiler the JVM's own words for how it compiles, {@code java.vm.info}
 * @param preferredBits width of the vectors it likes best, 0 without the module
 * @param arm64 whether this is a 64-bit Arm
 * @param cpuFlags what the kernel says of the CPU; empty where it says nothing
 */
record Machine(
        boolean vectorModule,
        String compiler,
        int preferredBits,
        boolean arm64,
        Set<String> cpuFlags) {
    private static final String MODULE = "jdk.incubator.vector";
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Machine probe() {
        boolean module = ModuleLayer.boot().findModule(MODULE).isPresent();
        return new Machine(
                module,
                System.getProperty("java.vm.info", ""),
                module ? VectorKernels.preferredBits() : 0,
                System.getProperty("os.arch", "").equals("aarch64"),
                readCpuFlags());
    }

    private static Set<String> readCpuFlags() {
        if (!Files.isReadable(CPU_INFO)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .limit(1)
                    .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(" ")))
                    .filter(flag -> !flag.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            // Not knowing the flags only costs the widest path; the refusal says so.
            return Set.of();
        }
    }

    /** Whether vectors have a population count of their own: NEON has, x86 from AVX-512 on. */
    boolean vectorCount() {
        return arm64 || cpuFlags.contains("avx512_vpopcntdq") && cpuFlags.contains("avx512vl");
    }

    /** Why {@code path} is not for this machine, or null when it is. Checked in this order. */
    String refusal(String path) {
        if (path.equals("scalar")) {
            return null;
        }
        if (!vectorModule) {
            return "module jdk.incubator.vector is absent: start java with --add-modules " + MODULE;
        }
        if (compiler.contains("interpreted") || compiler.contains("emulated-client")) {
            return "vectors need the C2 compiler, and the JVM runs in " + compiler;
        }
        int bits = Integer.parseInt(path);
        if (preferredBits < bits) {
            return "the JVM's widest vectors here have " + preferredBits + " bits";
        }
        if (bits == 512 && !cpuFlags.contains("avx512_vpopcntdq")) {
            return "the CPU does not report avx512_vpopcntdq";
        }
        if (!arm64 && !cpuFlags.isEmpty() && !cpuFlags.contains("fma")) {
            return "the CPU has no fused multiply-add";
        }
        return null;
    }
}
