package dev.jink.launch;

import java.util.List;

/**
 * One fault and what came of it. Component names are the keys of the JSON report and stay.
 *
 * @param fault what was done
 * @param seen what it did to the node, in figures
 * @param commands how many came while it lasted
 * @param lastSpeed of the last of them, m/s
 * @param said the state topic's line at the end of it
 * @param unsafe commands that should not have come; empty = none
 * @param safe none was unsafe, the drone stood where it had to, and flew on afterwards
 */
record FaultRow(
        String fault,
        String seen,
        long commands,
        double lastSpeed,
        String said,
        List<String> unsafe,
        boolean safe) {}
