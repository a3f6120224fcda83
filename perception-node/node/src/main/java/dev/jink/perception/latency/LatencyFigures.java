package dev.jink.perception.latency;

import java.util.List;

/**
 * The latency of one run.
 *
 * @param arrivalToCommandMs over all frames that were answered by path or guard
 * @param firstFrameMs the very first of them; 0 when there was none
 * @param stages in the order of the path
 */
public record LatencyFigures(
        Percentiles arrivalToCommandMs, double firstFrameMs, List<StageFigures> stages) {
    /**
     * One stage of the path.
     *
     * @param stage its name
     */
    public record StageFigures(String stage, Percentiles ms) {}
}
