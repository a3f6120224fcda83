package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One row of {@code jink bench}. */
interface Section {
    /** Its key in the JSON file, and its name for {@code --only}. */
    String name();

    /**
     * Measures, checks what was computed, and tells.
     *
     * @param figures takes the section's keys. Modified.
     * @return the row for the terminal
     * @throws Exception when it cannot be measured; the message is one line
     */
    String measure(Settings settings, ObjectNode figures) throws Exception;

    /**
     * @param rounds of each side, in turn; odd, so that there is a middle one
     * @param kernels the engine's path
     */
    record Settings(int rounds, String kernels) {}
}
