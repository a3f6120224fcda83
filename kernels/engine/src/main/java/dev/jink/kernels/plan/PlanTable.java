package dev.jink.kernels.plan;

import dev.jink.kernels.plan.MemoryPlanner.Region;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A plan as text, for people: what runs, with which kernel and why, and where memory goes. */
final class PlanTable {
    private static final String LAYER = "%3s %-20s %-12s %-12s %5s %9s %9s %11s  %-14s %s%n";
    private static final String REGION = "%-14s %10s %10s  %s%n";

    private PlanTable() {}

    static String of(Plan plan, List<Region> regions) {
        StringBuilder text = new StringBuilder();
        text.append("kernels ").append(plan.kernelPath());
        text.append(", model ").append(plan.sha256(), 0, 12).append('\n');
        row(
                text, LAYER, "#", "layer", "in", "out", "wbits", "params", "slab", "MACs", "kernel",
                "why");
        long macs = 0;
        long parameters = 0;
        for (LayerReport r : plan.report()) {
            row(
                    text,
                    LAYER,
                    r.index(),
                    r.layer(),
                    r.in(),
                    r.out(),
                    r.weightBits(),
                    r.parameterBytes(),
                    r.slabBytes(),
                    r.macs(),
                    r.kernel(),
                    r.why());
            macs += r.macs();
            parameters += r.parameterBytes();
        }
        row(
                text,
                LAYER,
                "",
                "all",
                plan.inputShape(),
                plan.outputShape(),
                "",
                parameters,
                plan.slabBytes(),
                macs,
                "",
                "slab is less than its column: space is shared");
        text.append('\n');
        row(text, REGION, "slab region", "offset", "bytes", "lives in steps");
        regions.stream()
                .filter(region -> region.bytes > 0)
                .sorted(Comparator.comparingLong(Region::offset))
                .forEach(
                        region ->
                                row(
                                        text,
                                        REGION,
                                        region.name,
                                        region.offset(),
                                        region.bytes,
                                        region.first + ".." + region.last()));
        return text.toString();
    }

    private static void row(StringBuilder text, String format, Object... cells) {
        text.append(String.format(Locale.ROOT, format, cells).stripTrailing()).append('\n');
    }
}
