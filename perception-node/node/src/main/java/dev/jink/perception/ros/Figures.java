package dev.jink.perception.ros;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.jink.perception.latency.LatencyFigures.StageFigures;
import dev.jink.perception.latency.Percentiles;
import dev.jink.perception.latency.ProcessFigures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The node's figures since it became active. Component names are the keys of the JSON file and
 * stay.
 *
 * @param frames frames with an outcome: acted + braked + superseded + refused, the transport's own
 *     superseded and refused ones among them
 * @param refusedReasons how often each reason came up
 * @param missedDeadlines frames neither superseded nor refused without an answer inside the budget
 * @param arrivalToCommandMs over all answered frames
 * @param stages of the path, in order
 * @param allocatedBytesPerFrame heap bytes of the path's threads from the frame's hand-over by the
 *     transport until the path gave the frame back, its command handed over to the transport
 * @param handOverBytesPerFrame the share of it that falls to the thread the frames arrive on
 * @param mostBytesOfAFrame the most that one frame cost on the path's thread
 * @param transportBytesPerFrame heap bytes of the DDS library's thread per image, and of publishing
 *     per answer
 * @param startToActiveMs from the JVM's start until the node was active
 * @param lateResults work thrown away because the guard had answered
 * @param faults exceptions the path survived
 * @param silenceBrakes brake commands because no frames came or none was answered
 * @param lostInTransport images missing between those that came
 * @param firstFrameMs from arrival to answer of the first frame
 * @param process what the whole process took
 */
record Figures(
        long frames,
        long acted,
        long braked,
        long superseded,
        long refused,
        Map<String, Long> refusedReasons,
        long missedDeadlines,
        Percentiles arrivalToCommandMs,
        List<StageFigures> stages,
        double allocatedBytesPerFrame,
        double handOverBytesPerFrame,
        long mostBytesOfAFrame,
        double transportBytesPerFrame,
        String kernelPath,
        String modelSha256,
        double startToActiveMs,
        long lateResults,
        long faults,
        long silenceBrakes,
        long lostInTransport,
        double firstFrameMs,
        ProcessFigures process) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes the whole file or none of it. */
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            JSON.writeValue(half.toFile(), this);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** One line for people. */
    String line() {
        return ("%d frames: %d acted, %d braked, %d superseded, %d refused; %d missed deadlines;"
                        + " arrival to command p50 %.2f ms, p99 %.2f ms, max %.2f ms")
                .formatted(
                        frames,
                        acted,
                        braked,
                        superseded,
                        refused,
                        missedDeadlines,
                        arrivalToCommandMs.p50(),
                        arrivalToCommandMs.p99(),
                        arrivalToCommandMs.max());
    }
}
