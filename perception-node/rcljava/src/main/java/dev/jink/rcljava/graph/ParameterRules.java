package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.ParameterType;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.IntegerRange;
import rcl_interfaces.msg.ParameterDescriptor;

import java.util.Collection;

/** Which values a parameter takes. */
final class ParameterRules {
    // A wrong letter or two is a slip of the pen; more is another word.
    private static final int NEAR = 3;
    private static final double STEP_TOLERANCE = 1e-9;

    private ParameterRules() {}

    /** An integer where a double is declared becomes one: {@code -p max_speed:=3} is meant so. */
    static ParameterVariant converted(ParameterVariant value, ParameterType declared) {
        return value.getType() == ParameterType.PARAMETER_INTEGER
                        && declared == ParameterType.PARAMETER_DOUBLE
                ? new ParameterVariant(value.getName(), (double) value.asInt())
                : value;
    }

    /** Why the value can't be, in one line, or null. */
    static String objection(
            ParameterVariant value, ParameterType declared, ParameterDescriptor descriptor) {
        if (value.getType() != declared && !descriptor.getDynamicTyping()) {
            return "parameter '%s': got %s %s, wanted %s"
                    .formatted(
                            value.getName(), value.getTypeName(), text(value), declared.inWords());
        }
        for (IntegerRange range : descriptor.getIntegerRange()) {
            if (value.getType() == ParameterType.PARAMETER_INTEGER && !fits(value.asInt(), range)) {
                return "parameter '%s': got %d, wanted an integer from %d to %d%s"
                        .formatted(
                                value.getName(),
                                value.asInt(),
                                range.getFromValue(),
                                range.getToValue(),
                                range.getStep() > 1 ? " in steps of " + range.getStep() : "");
            }
        }
        for (FloatingPointRange range : descriptor.getFloatingPointRange()) {
            if (value.getType() == ParameterType.PARAMETER_DOUBLE
                    && !fits(value.asDouble(), range)) {
                return "parameter '%s': got %s, wanted a number from %s to %s%s"
                        .formatted(
                                value.getName(),
                                value.asDouble(),
                                range.getFromValue(),
                                range.getToValue(),
                                range.getStep() > 0 ? " in steps of " + range.getStep() : "");
            }
        }
        return null;
    }

    /** The name that differs least, or null when all differ much. */
    static String nearest(String name, Collection<String> names) {
        String best = null;
        int bestDistance = NEAR;
        for (String candidate : names) {
            int distance = distance(name, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static boolean fits(long value, IntegerRange range) {
        return value >= range.getFromValue()
                && value <= range.getToValue()
                && (range.getStep() <= 1 || (value - range.getFromValue()) % range.getStep() == 0);
    }

    private static boolean fits(double value, FloatingPointRange range) {
        if (!(value >= range.getFromValue() && value <= range.getToValue())) {
            return false;
        }
        if (range.getStep() <= 0) {
            return true;
        }
        double steps = (value - range.getFromValue()) / range.getStep();
        return Math.abs(steps - Math.rint(steps)) < STEP_TOLERANCE;
    }

    private static String text(ParameterVariant value) {
        String assignment = value.toString();
        return assignment.substring(assignment.indexOf(":=") + 2);
    }

    /** Levenshtein distance: letters to insert, drop or exchange. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
