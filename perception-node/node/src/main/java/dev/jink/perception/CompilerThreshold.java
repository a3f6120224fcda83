package dev.jink.perception;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.lang.management.ManagementFactory;

/**
 * After how many calls of a method HotSpot asks its optimising compiler for it, as this JVM was
 * started: 5000, times {@code -XX:CompileThresholdScaling}.
 */
final class CompilerThreshold {
    private static final String OPTION = "Tier4InvocationThreshold";
    private static final int USUAL_CALLS = 5000;

    private CompilerThreshold() {}

    static int calls() {
        try {
            HotSpotDiagnosticMXBean hotSpot =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return hotSpot == null
                    ? USUAL_CALLS
                    : Integer.parseInt(hotSpot.getVMOption(OPTION).getValue());
        } catch (IllegalArgumentException e) {
            // Another virtual machine: warm up for as long as HotSpot would need.
            return USUAL_CALLS;
        }
    }
}
