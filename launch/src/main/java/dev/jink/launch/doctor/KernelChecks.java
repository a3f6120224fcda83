package dev.jink.launch.doctor;

import static dev.jink.launch.doctor.Finding.Grade.COULD_BE_BETTER;
import static dev.jink.launch.doctor.Finding.Grade.UNFIT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be read from the kernel's files. */
final class KernelChecks {
    private static final int CAP_IPC_LOCK = 14;
    private static final int CAP_SYS_NICE = 23;
    private static final int HIGHEST_PRIORITY = 65;
    private static final long RECEIVE_BUFFER = 4 << 20;
    private static final long LARGEST_DATAGRAM = 65536;
    private static final Set<String> FAST_CLOCKS = Set.of("tsc", "kvm-clock", "arch_sys_counter");

    private final Machine machine;

    KernelChecks(Machine machine) {
        this.machine = machine;
    }

    List<Finding> all() {
        return List.of(
                governor(),
                isolated(),
                priority(),
                throttling(),
                lockedMemory(),
                receiveBuffer(),
                clock(),
                new Quota(machine).finding());
    }

    Finding governor() {
        String wanted = "performance on every processor";
        Set<String> governors =
                new TreeSet<>(
                        machine.each(
                                "sys/devices/system/cpu", "cpu\\d+", "cpufreq/scaling_governor"));
        if (governors.isEmpty()) {
            return Finding.good("governor", "none: the frequency is not ours to set here", wanted);
        }
        return Finding.judge(
                "governor",
                governors.equals(Set.of("performance")),
                COULD_BE_BETTER,
                String.join(", ", governors),
                wanted,
                "cpupower frequency-set -g performance");
    }

    Finding isolated() {
        String isolated = machine.text("sys/devices/system/cpu/isolated");
        boolean some = isolated != null && !isolated.isEmpty();
        return Finding.judge(
                "isolated processors",
                some,
                COULD_BE_BETTER,
                some ? isolated : "none",
                "one for the path, where there are more than two",
                "add isolcpus=N to the kernel's command line (GRUB_CMDLINE_LINUX in"
                        + " /etc/default/grub), then update-grub and restart");
    }

    Finding priority() {
        long limit = machine.limit("Max realtime priority");
        boolean may = limit < 0 || limit >= HIGHEST_PRIORITY || machine.capable(CAP_SYS_NICE);
        return Finding.judge(
                "real-time priority",
                may,
                COULD_BE_BETTER,
                machine.capable(CAP_SYS_NICE) ? "permitted (CAP_SYS_NICE)" : "limit " + limit,
                HIGHEST_PRIORITY + " or more, for SCHED_FIFO",
                "echo \"$USER - rtprio 99\" | sudo tee /etc/security/limits.d/jink.conf, then log"
                        + " in again");
    }

    Finding throttling() {
        long runtime = machine.number("proc/sys/kernel/sched_rt_runtime_us", -1);
        long period = machine.number("proc/sys/kernel/sched_rt_period_us", 1_000_000);
        // The node uses a few per cent of a processor: a share of half is never reached.
        return Finding.judge(
                "real-time share",
                runtime < 0 || runtime * 2 >= period,
                COULD_BE_BETTER,
                runtime < 0 ? "unlimited" : runtime + " of " + period + " us",
                "half of the time or more",
                "sudo sysctl -w kernel.sched_rt_runtime_us=950000");
    }

    Finding lockedMemory() {
        long limit = machine.limit("Max locked memory");
        boolean may = limit < 0 || machine.capable(CAP_IPC_LOCK);
        return Finding.judge(
                "locked memory",
                may,
                COULD_BE_BETTER,
                machine.capable(CAP_IPC_LOCK)
                        ? "permitted (CAP_IPC_LOCK)"
                        : limit < 0 ? "unlimited" : "limit " + limit + " bytes",
                "unlimited, for mlockall",
                "echo \"$USER - memlock unlimited\" | sudo tee -a /etc/security/limits.d/jink.conf,"
                        + " then log in again");
    }

    Finding receiveBuffer() {
        long most = machine.number("proc/sys/net/core/rmem_max", 0);
        return Finding.judge(
                "net.core.rmem_max",
                most >= RECEIVE_BUFFER,
                most < LARGEST_DATAGRAM ? UNFIT : COULD_BE_BETTER,
                most + " bytes",
                RECEIVE_BUFFER + " bytes or more: with less, large pictures are lost",
                "sudo sysctl -w net.core.rmem_max=" + RECEIVE_BUFFER);
    }

    Finding clock() {
        String source =
                machine.text("sys/devices/system/clocksource/clocksource0/current_clocksource");
        return Finding.judge(
                "clock source",
                source == null || FAST_CLOCKS.contains(source),
                COULD_BE_BETTER,
                source == null ? "not told" : source,
                "tsc, kvm-clock or arch_sys_counter: others cost microseconds a reading",
                "echo tsc | sudo tee"
                        + " /sys/devices/system/clocksource/clocksource0/current_clocksource");
    }
}
