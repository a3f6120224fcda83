package dev.jink.launch.profile;

import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a machine may be busy with besides. Each runs in processes of its own, and for ever. */
enum Load {
    /** Arithmetic, twice as many threads as processors. */
    CPU {
        @Override
        void work() {
            int threads = 2 * Runtime.getRuntime().availableProcessors();
            List<Thread> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(Thread.ofPlatform().start(Load::compute));
            }
            all.forEach(Load::join);
        }
    },
    /** Streams through memory that no cache holds. */
    MEM {
        @Override
        void work() {
            long[] a = new long[MEMORY_LONGS];
            long[] b = new long[MEMORY_LONGS];
            while (true) {
                System.arraycopy(a, 0, b, 0, a.length);
                System.arraycopy(b, 0, a, 1, a.length - 1);
            }
        }
    },
    /** Garbage as fast as it goes, with a collector on all processors. */
    GC {
        @Override
        void work() {
            byte[][] kept = new byte[4096][];
            for (int i = 0; ; i++) {
                kept[i % kept.length] = new byte[4096 + i % 4096];
            }
        }
    },
    /** Writes that wait for the disk. */
    IO {
        @Override
        void work() throws IOException {
            Path path = Files.createTempFile("jink-load", ".bin");
            path.toFile().deleteOnExit();
            byte[] block = new byte[1 << 20];
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                for (int i = 0; ; i++) {
                    file.seek((long) (i % 64) * block.length);
                    file.write(block);
                    file.getFD().sync();
                }
            }
        }
    };

    private static final int MEMORY_LONGS = 16 << 20;

    abstract void work() throws IOException;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException for a kind that is not known */
    static Set<Load> of(List<String> names) {
        Set<Load> loads = EnumSet.noneOf(Load.class);
        for (String name : names) {
            switch (name) {
                case "none" -> {}
                case "all" -> loads.addAll(EnumSet.allOf(Load.class));
                case "cpu" -> loads.add(CPU);
                case "mem" -> loads.add(MEM);
                case "gc" -> loads.add(GC);
                case "io" -> loads.add(IO);
                default ->
                        throw new UsageException(
                                "--load: got '" + name + "', wanted none, cpu, mem, gc, io or all");
            }
        }
        return loads;
    }

    private static void compute() {
        double x = 1;
        while (x > 0) {
            x = Math.sqrt(x * 1.000_000_1) + 1e-9;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process of load, named by its one argument. Ends when its standard input does: it must not outlive a run. */
    public static void main(String[] args) throws IOException {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                System.in.read();
                            } catch (IOException e) {
                                // Whoever started it is gone.
                            }
                            Runtime.getRuntime().halt(0);
                        });
        valueOf(args[0].toUpperCase(Locale.ROOT)).work();
    }
}
