package dev.jink.launch.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

final class LoadTest {
    @TempDir private Path folder;

    @Test
    void shouldReadItsKinds() {
        assertEquals(Set.of(), Load.of(List.of("none")));
        assertEquals(EnumSet.allOf(Load.class), Load.of(List.of("all")));
        assertEquals(EnumSet.of(Load.CPU, Load.IO), Load.of(List.of("io", "cpu")));
        UsageException refused = assertThrows(UsageException.class, () -> Load.of(List.of("disk")));
        assertEquals(
                "--load: got 'disk', wanted none, cpu, mem, gc, io or all", refused.getMessage());
    }

    @Test
    void shouldRunUntilClosed() throws Exception {
        try (Loads loads = new Loads(EnumSet.of(Load.MEM))) {
            loads.start();
            loads.check();
        }
    }

    @Test
    void shouldAddUpTheEnergyOfPackagesWhoseCounterStartsAgain() throws Exception {
        zone("intel-rapl:0", 900_000);
        zone("intel-rapl:1", 100_000);
        zone("intel-rapl:0:0", 5);
        Energy energy = Energy.of(folder);
        energy.begin();
        zone("intel-rapl:0", 100_000);
        zone("intel-rapl:1", 400_000);
        assertEquals(0.2 + 0.3, energy.end(), 1e-9);
    }

    @Test
    void shouldSayWhenThereIsNoEnergyToBeHad() throws Exception {
        Energy none = Energy.of(folder.resolve("absent"));
        none.begin();
        assertTrue(Double.isNaN(none.end()));
        assertEquals("this machine offers no RAPL counters", none.reason());
        Files.createDirectories(folder.resolve("intel-rapl:0"));
        Energy closed = Energy.of(folder);
        assertTrue(closed.reason().startsWith("RAPL counters can't be read"), closed::reason);
    }

    private void zone(String name, long micro) throws IOException {
        Path zone = Files.createDirectories(folder.resolve(name));
        Files.writeString(zone.resolve("energy_uj"), micro + "\n");
        Files.writeString(zone.resolve("max_energy_range_uj"), "1000000\n");
    }
}
