package dev.jink.perception;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * After how many calls of a method of ours HotSpot asks its optimising compiler for it, as this JVM
 * was started: 5000, times {@code -XX:CompileThresholdScaling}, times that of a {@code
 * -XX:CompileCommand} for our packages.
 */
final class CompilerThreshold {
    private static final String OPTION = "Tier4InvocationThreshold";
    private static final int USUAL_CALLS = 5000;
    private static final Pattern OURS =
            Pattern.compile(
                    "-XX:CompileCommand=CompileThresholdScaling,dev\\.jink\\.\\*::\\*,([0-9.]+)");

    private CompilerThreshold() {}

    static int calls() {
        return calls(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /**
     * @param arguments of the JVM's command line
     */
    static int calls(List<String> arguments) {
        double scaling = 1;
        for (String argument : arguments) {
            Matcher ours = OURS.matcher(argument);
            scaling *= ours.matches() ? Double.parseDouble(ours.group(1)) : 1;
        }
        return (int) Math.ceil(scaling * callsOfAny());
    }

    private static int callsOfAny() {
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
