package dev.jink.kernels.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Whatever is done to a model file, the reader refuses it in one line or reads a model. */
final class ModelFileMutationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long[] HOSTILE = {
        0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 64, 1 << 20
    };

    private final List<byte[]> files =
            List.of(ForgedSums.write(TinyModels.model()), ForgedSums.write(TinyModels.graph()));

    /** Reads the bytes; returns whether they were refused. */
    private static boolean refused(byte[] bytes, String what) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean refused = ModelFileFuzz.refused(bytes, what);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        // Objects, messages and copies of what is there; never what the file promises.
        assertTrue(allocated < (1 << 20) + 20L * bytes.length, what + ": " + allocated);
        return refused;
    }

    @Test
    void shouldRefuseEveryChangeThatLeavesTheSumsAlone() {
        long seed = 20_260_101;
        System.out.println("mutations, seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutated(random);
            byte[] changed = bytes;
            if (files.stream().noneMatch(whole -> Arrays.equals(changed, whole))) {
                assertTrue(refused(bytes, "mutation " + i), "mutation " + i);
            }
        }
    }

    @Test
    void shouldRefuseOrReadEveryChangeWithForgedSums() {
        long seed = 20_260_102;
        System.out.println("forged mutations, seed " + seed);
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutated(random);
            ForgedSums.set(bytes);
            read += refused(bytes, "forged mutation " + i) ? 0 : 1;
        }
        // Another weight is another model; most other changes are none.
        System.out.println("read as models: " + read);
        assertTrue(read > 100 && read < 19_000, () -> "a mutation test that tests nothing");
    }

    @Test
    void shouldRefuseEveryTruncation() {
        for (byte[] whole : files) {
            for (int length = 0; length < whole.length; length++) {
                byte[] shorter = Arrays.copyOf(whole, length);
                assertTrue(refused(shorter, "length " + length));
                ForgedSums.set(shorter);
                assertTrue(refused(shorter, "forged length " + length));
            }
        }
    }

    private byte[] mutated(Random random) {
        byte[] bytes = files.get(random.nextInt(files.size())).clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length < 8) {
            return bytes;
        }
        // Half of the changes hit header and table, where structure is.
        int end = random.nextBoolean() ? Math.min(bytes.length, 1100) : bytes.length;
        int at = random.nextInt(end);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> put(bytes, at & -4, 4, HOSTILE[random.nextInt(HOSTILE.length)]);
            case 3 -> put(bytes, at & -8, 8, HOSTILE[random.nextInt(HOSTILE.length)]);
            case 4 -> put(bytes, at & -4, 4, random.nextInt(200));
            case 5 -> {
                int length = random.nextInt(1, 128);
                int from = random.nextInt(bytes.length);
                int most = Math.min(length, bytes.length - Math.max(from, at));
                System.arraycopy(bytes, from, bytes, at, most);
            }
            default -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 200));
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int count, long value) {
        for (int i = 0; i < count && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
