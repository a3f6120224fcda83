package dev.jink.launch.doctor;

import static dev.jink.launch.doctor.Finding.Grade.COULD_BE_BETTER;
import static dev.jink.launch.doctor.Finding.Grade.UNFIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much processor time a container may take. A process that has used its quota stands still for the rest of the period,
 * by default up to 100 ms: twice the budget.
 */
record Quota(Machine machine) {
    private static final String V2 = "sys/fs/cgroup";
    private static final String V1 = "sys/fs/cgroup/cpu";

    Finding finding() {
        double processors = processors();
        boolean none = Double.isInfinite(processors);
        return Finding.judge(
                "container quota",
                none,
                processors < 1 ? UNFIT : COULD_BE_BETTER,
                none ? "none" : String.format(Locale.ROOT, "%.2f processors a period", processors),
                "none, or 1 processor at the least",
                "start the container without --cpus (use --cpuset-cpus to keep it to some)");
    }

    /** The tightest quota of the groups this process is in; infinite when there is none. */
    double processors() {
        double least = Double.POSITIVE_INFINITY;
        for (String group : groups("0::", "")) {
            least = Math.min(least, v2(V2 + group + "/cpu.max"));
            least = Math.min(least, v2(V2 + "/unified" + group + "/cpu.max"));
        }
        for (String group : groups(null, "cpu")) {
            long quota = machine.number(V1 + group + "/cpu.cfs_quota_us", -1);
            long period = machine.number(V1 + group + "/cpu.cfs_period_us", 100_000);
            if (quota > 0) {
                least = Math.min(least, (double) quota / period);
            }
        }
        return least;
    }

    private double v2(String file) {
        String text = machine.text(file);
        if (text == null || text.startsWith("max")) {
            return Double.POSITIVE_INFINITY;
        }
        String[] words = text.split("\\s+");
        return Double.parseDouble(words[0]) / Double.parseDouble(words[1]);
    }

    /** The paths of this process's group and all above it, the root ("") last. */
    private List<String> groups(String prefix, String controller) {
        List<String> paths = new ArrayList<>();
        List<String> lines = machine.lines("proc/self/cgroup");
        for (String line : lines == null ? List.<String>of() : lines) {
            String[] parts = line.split(":", 3);
            boolean ours =
                    parts.length == 3
                            && (prefix != null
                                    ? line.startsWith(prefix)
                                    : List.of(parts[1].split(",")).contains(controller));
            for (String path = ours ? parts[2] : "";
                    path.length() > 1;
                    path = path.substring(0, path.lastIndexOf('/'))) {
                paths.add(path);
            }
        }
        paths.add("");
        return paths;
    }
}
