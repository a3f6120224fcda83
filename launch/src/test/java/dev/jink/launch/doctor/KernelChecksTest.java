package dev.jink.launch.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.launch.doctor.Finding.Grade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The doctor on made-up machines. */
final class KernelChecksTest {
    private static final String LIMITS =
            """
            Limit                     Soft Limit           Hard Limit           Units
            Max locked memory         %s              8388608              bytes
            Max realtime priority     %s                    0
            """;

    @TempDir private Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    private KernelChecks checks() {
        return new KernelChecks(new Machine(root));
    }

    private double quota() {
        return new Quota(new Machine(root)).processors();
    }

    @Test
    void shouldAskForThePerformanceGovernorOnEveryProcessor() throws Exception {
        file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance");
        assertEquals(Grade.GOOD, checks().governor().grade());
        file("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "powersave");
        Finding mixed = checks().governor();
        assertEquals(Grade.COULD_BE_BETTER, mixed.grade());
        assertEquals("performance, powersave", mixed.is());
        assertEquals("cpupower frequency-set -g performance", mixed.change());
    }

    @Test
    void shouldBeContentWhereTheFrequencyCanNotBeSet() {
        assertEquals(Grade.GOOD, checks().governor().grade());
    }

    @Test
    void shouldNameTheIsolatedProcessors() throws Exception {
        file("sys/devices/system/cpu/isolated", "");
        assertEquals("none", checks().isolated().is());
        file("sys/devices/system/cpu/isolated", "3");
        assertEquals("3", checks().isolated().is());
        assertEquals(Grade.GOOD, checks().isolated().grade());
    }

    @Test
    void shouldAcceptARightOrALimitForRealTime() throws Exception {
        file("proc/self/limits", LIMITS.formatted("8388608", "0"));
        file("proc/self/status", "CapEff:\t0000000000000000");
        assertEquals(Grade.COULD_BE_BETTER, checks().priority().grade());
        assertEquals("limit 0", checks().priority().is());
        assertEquals("limit 8388608 bytes", checks().lockedMemory().is());
        assertTrue(checks().lockedMemory().change().contains("memlock unlimited"));
        file("proc/self/limits", LIMITS.formatted("unlimited", "99"));
        assertEquals(Grade.GOOD, checks().priority().grade());
        assertEquals(Grade.GOOD, checks().lockedMemory().grade());
        file("proc/self/limits", LIMITS.formatted("8388608", "0"));
        file("proc/self/status", "CapEff:\t000001ffffffffff");
        assertEquals("permitted (CAP_SYS_NICE)", checks().priority().is());
        assertEquals("permitted (CAP_IPC_LOCK)", checks().lockedMemory().is());
    }

    @Test
    void shouldKnowHowLargeSocketBuffersMustBe() throws Exception {
        file("proc/sys/net/core/rmem_max", "4194304");
        assertEquals(Grade.GOOD, checks().receiveBuffer().grade());
        file("proc/sys/net/core/rmem_max", "212992");
        Finding small = checks().receiveBuffer();
        assertEquals(Grade.COULD_BE_BETTER, small.grade());
        assertEquals("sudo sysctl -w net.core.rmem_max=4194304", small.change());
        file("proc/sys/net/core/rmem_max", "32768");
        assertEquals(Grade.UNFIT, checks().receiveBuffer().grade());
    }

    @Test
    void shouldWarnOfASlowClockAndAThrottledScheduler() throws Exception {
        file("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        file("proc/sys/kernel/sched_rt_runtime_us", "950000");
        file("proc/sys/kernel/sched_rt_period_us", "1000000");
        assertEquals(Grade.GOOD, checks().clock().grade());
        assertEquals(Grade.GOOD, checks().throttling().grade());
        file("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");
        file("proc/sys/kernel/sched_rt_runtime_us", "100000");
        assertEquals(Grade.COULD_BE_BETTER, checks().clock().grade());
        assertEquals("100000 of 1000000 us", checks().throttling().is());
    }

    @Test
    void shouldFindAQuotaOfTheSecondKindOfGroups() throws Exception {
        file("proc/self/cgroup", "0::/docker/abc");
        file("sys/fs/cgroup/cpu.max", "max 100000");
        assertEquals(Double.POSITIVE_INFINITY, quota());
        file("sys/fs/cgroup/docker/cpu.max", "150000 100000");
        file("sys/fs/cgroup/docker/abc/cpu.max", "max 100000");
        assertEquals(1.5, quota());
        assertEquals(Grade.COULD_BE_BETTER, new Quota(new Machine(root)).finding().grade());
    }

    @Test
    void shouldFindAQuotaOfTheFirstKindOfGroups() throws Exception {
        file("proc/self/cgroup", "4:cpu,cpuacct:/docker/abc\n0::/");
        file("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_quota_us", "50000");
        file("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_period_us", "100000");
        assertEquals(0.5, quota());
        Finding finding = new Quota(new Machine(root)).finding();
        assertEquals(Grade.UNFIT, finding.grade());
        assertEquals("0.50 processors a period", finding.is());
        file("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_quota_us", "-1");
        assertEquals(Double.POSITIVE_INFINITY, quota());
    }

    @Test
    void shouldSurviveAMachineThatTellsNothing() {
        List<Finding> findings = checks().all();
        assertEquals(8, findings.size());
        findings.forEach(f -> assertFalse(f.is().isEmpty(), f::toString));
    }
}
