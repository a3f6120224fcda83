package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.Collection;

/** {@link EngineBenchmark} in a JVM of its own for each network, with the heap that a call takes. */
final class JmhRuns {
    /** The gc profiler counts the harness's own few bytes too: far below one object a call. */
    private static final double MOST_BYTES = 8;

    private JmhRuns() {}

    /**
     * Runs and tells.
     *
     * @param network one of the benchmark's, or empty for all
     * @param kernels the engine's path
     * @param quick a fraction of a second each: to see that it works
     * @param verbose whether JMH prints what it does
     * @param figures takes an entry for each network. Modified.
     * @return whether none allocated heap
     * @throws RunnerException when a benchmark failed, its own check included
     */
    static boolean run(
            String network, String kernels, boolean quick, boolean verbose, ArrayNode figures)
            throws RunnerException {
        TimeValue iteration = quick ? TimeValue.milliseconds(300) : TimeValue.seconds(2);
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("\\b" + EngineBenchmark.class.getSimpleName() + "\\b")
                        .param("kernels", kernels)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .forks(1)
                        .warmupIterations(quick ? 8 : 5)
                        .warmupTime(iteration)
                        .measurementIterations(quick ? 5 : 9)
                        .measurementTime(iteration)
                        .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT);
        if (!network.isEmpty()) {
            options.param("network", network);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        boolean clean = true;
        for (RunResult result : results) {
            double bytes = Rounds.median(bytesPerCall(result));
            clean &= bytes < MOST_BYTES;
            ObjectNode entry = figures.addObject();
            entry.put("network", result.getParams().getParam("network"));
            entry.put("kernels", kernels);
            entry.put("ms", result.getPrimaryResult().getScore());
            entry.put("errorMs", result.getPrimaryResult().getScoreError());
            entry.put("allocatedBytesPerCall", bytes);
        }
        return clean;
    }

    /** Of each iteration; JMH's own threads allocate in the last. */
    private static double[] bytesPerCall(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(i -> i.getSecondaryResults().get("gc.alloc.rate.norm").getScore())
                .toArray();
    }
}
