package dev.jink.launch.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Energy that the processor packages take, all processes together, by the kernel's RAPL counters, where there are any. */
final class Energy {
    private final List<Path> packages;
    private final String reason;
    private long[] before;

    private Energy(List<Path> packages, String reason) {
        this.packages = packages;
        this.reason = reason;
    }

    static Energy ofMachine() {
        return of(Path.of("/sys/class/powercap"));
    }

    static Energy of(Path powercap) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> zones = Files.list(powercap)) {
            zones.filter(z -> z.getFileName().toString().matches("intel-rapl:\\d+"))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            return new Energy(List.of(), "this machine offers no RAPL counters");
        }
        if (found.isEmpty()) {
            return new Energy(List.of(), "this machine offers no RAPL counters");
        }
        try {
            for (Path zone : found) {
                read(zone, "energy_uj");
            }
        } catch (IOException e) {
            return new Energy(
                    List.of(),
                    "RAPL counters can't be read: chmod a+r " + found.getFirst() + "/energy_uj");
        }
        return new Energy(found, null);
    }

    /** Why there is no figure; null when there is one. */
    String reason() {
        return reason;
    }

    void begin() throws IOException {
        before = readAll();
    }

    /** Joules since {@link #begin}; NaN when they can't be told. */
    double end() throws IOException {
        if (reason != null) {
            return Double.NaN;
        }
        long[] after = readAll();
        double joules = 0;
        for (int i = 0; i < after.length; i++) {
            long used = after[i] - before[i];
            // The counter starts again from 0 beyond its range.
            joules +=
                    (used >= 0 ? used : used + read(packages.get(i), "max_energy_range_uj")) / 1e6;
        }
        return joules;
    }

    private long[] readAll() throws IOException {
        long[] all = new long[packages.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = read(packages.get(i), "energy_uj");
        }
        return all;
    }

    private static long read(Path zone, String counter) throws IOException {
        return Long.parseLong(Files.readString(zone.resolve(counter)).strip());
    }
}
