package dev.jink.launch.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.perception.latency.LatencyRecorder;
import dev.jink.perception.latency.Percentiles;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.Map;

/**
 * What a run came to, as the JSON tree that everything else is made of. Its keys are a contract and stay; times are
 * milliseconds.
 *
 * @param node the node's closing figures
 * @param joules of the machine during the run; NaN where it can't tell
 */
record Result(
        Plan plan,
        Drive drive,
        ObjectNode node,
        Map<String, Histogram> histograms,
        double joules,
        String noEnergyBecause) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> COUNTS =
            List.of("frames", "acted", "braked", "superseded", "refused", "missedDeadlines");

    ObjectNode json() {
        JsonNode process = node.required("process");
        long frames = Math.max(1, node.required("frames").asLong());
        ObjectNode out = MAPPER.createObjectNode();
        out.put("residentMb", round(process.required("residentMb").asDouble()));
        COUNTS.forEach(key -> out.set(key, node.required(key)));
        var stages = out.putArray("stages");
        for (JsonNode stage : node.required("stages")) {
            String name = stage.required("stage").asText();
            stages.add(percentiles(histograms.get(name)).put("name", name));
        }
        out.set("endToEndMs", percentiles(drive.endToEnd()));
        out.put("cpuMsPerFrame", round(process.required("cpuMs").asDouble() / frames));
        for (String key :
                List.of("allocatedBytesPerFrame", "transportBytesPerFrame", "startToActiveMs")) {
            out.set(key, node.required(key));
        }
        out.set("firstFrameMs", node.required("firstFrameMs"));

        out.set("arrivalToCommandMs", percentiles(histograms.get(LatencyRecorder.TOTAL)));
        out.set("jitterMs", percentiles(drive.jitter()));
        out.put("sent", drive.sent());
        out.put("answered", drive.answered());
        out.put("dropped", Math.max(0, drive.sent() - node.required("frames").asLong()));
        out.put("withoutOutcome", withoutOutcome());
        out.put("latestPictureMs", round(drive.latestNanos() / 1e6));
        out.put("cpuSecondsPerFrame", process.required("cpuMs").asDouble() / frames / 1e3);
        if (noEnergyBecause == null) {
            out.put("joulesPerFrame", joules / frames);
        } else {
            out.putNull("joulesPerFrame").put("noEnergyBecause", noEnergyBecause);
        }
        out.set("process", process);
        out.put("minorFaultsPerFrame", process.required("minorFaults").asDouble() / frames);
        out.put("rateHz", plan.rateHz());
        out.put("encoding", plan.encoding());
        out.put("load", plan.load());
        for (String key : List.of("kernelPath", "modelSha256", "refusedReasons", "lateResults")) {
            out.set(key, node.required(key));
        }
        out.putPOJO("worstMsPerSecond", drive.worstPerSecond());
        out.put("processors", Runtime.getRuntime().availableProcessors());
        out.put("java", Runtime.version().toString());
        return MAPPER.valueToTree(out);
    }

    private long withoutOutcome() {
        long outcomes = 0;
        for (String key : COUNTS.subList(1, 5)) {
            outcomes += node.required(key).asLong();
        }
        return node.required("frames").asLong() - outcomes;
    }

    /** p50 to p99.99 and the maximum of a histogram of nanoseconds. */
    static ObjectNode percentiles(Histogram nanos) {
        Percentiles ms = Percentiles.of(nanos);
        return MAPPER.createObjectNode()
                .put("p50", ms.p50())
                .put("p99", ms.p99())
                .put("p999", ms.p999())
                .put("p9999", ms.p9999())
                .put("max", ms.max());
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
