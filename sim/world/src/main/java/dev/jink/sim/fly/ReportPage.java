package dev.jink.sim.fly;

import java.nio.file.Path;
import java.util.List;

final class ReportPage {
    private ReportPage() {}

    static void require(Path file) {}

    static void write(Path file, List<Flights> all) {}
}
