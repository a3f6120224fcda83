package dev.jink.launch;

import dev.jink.launch.ros.FaultPeer;
import dev.jink.launch.ros.FaultRig;
import dev.jink.launch.ros.MutantFlood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The faults, one after the other on one node: it flies, the fault strikes, the fault ends, it must fly on. Where the
 * fault takes its eyes, it must stand at the end of it.
 */
final class FaultCampaign {
    private static final double FLYING = 0.5;
    private static final double STANDING = 0.02;
    private static final long PATIENCE_SECONDS = 20;
    private static final int BURST = 1000;
    private static final int KILLS = 5;
    private static final int PORTION = 10_000;
    private static final int FIRST = 50_000;
    private static final double MUTATED_HZ = 8000;
    private static final long MOST_GROWTH_KB = 16 * 1024;

    /** Does one thing to the node; returns what was seen of it. */
    private interface Strike {
        String run() throws Exception;
    }

    private record Fault(boolean blinds, Strike strike) {}

    private final FaultRig rig;
    private final NodeProcess node;
    private final long seed;
    private final int mutated;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    FaultCampaign(FaultRig rig, NodeProcess node, long seed, int mutated) {
        this.rig = rig;
        this.node = node;
        this.seed = seed;
        this.mutated = mutated;
        faults.put("camera gone", new Fault(true, this::loseCamera));
        faults.put("camera dies in mid-image, 5 times", new Fault(true, this::killCameras));
        faults.put("burst of 1000 pictures", new Fault(false, this::burst));
        faults.put("node stopped for 3 s and continued", new Fault(false, this::stopAndContinue));
        faults.put("stamps jump an hour ahead", new Fault(true, () -> shift(3600)));
        faults.put("stamps jump an hour back", new Fault(true, () -> shift(-3600)));
        faults.put("controller's side killed", new Fault(false, this::killController));
        faults.put("disk full", new Fault(false, () -> new FullDisk(rig).fly()));
        if (mutated > 0) {
            faults.put(mutated + " mutated messages", new Fault(true, this::mutate));
        }
    }

    List<String> names() {
        return List.copyOf(faults.keySet());
    }

    FaultRow run(String name) throws Exception {
        boolean flew = await(() -> rig.speed() > FLYING);
        rig.unsafe();
        long before = rig.commands();
        Fault fault = faults.get(name);
        boolean failed = !flew;
        String seen = "it did not fly before";
        try {
            seen = flew ? fault.strike().run() : seen;
        } catch (IOException e) {
            failed = true;
            seen = e.getMessage();
        }
        double last = rig.speed();
        String said = rig.state();
        long commands = rig.commands() - before;
        rig.look(true);
        rig.shiftStamps(0);
        boolean flies = await(() -> rig.speed() > FLYING);
        List<String> unsafe = rig.unsafe();
        boolean stood = !fault.blinds() || last < STANDING;
        boolean safe = !failed && stood && flies && unsafe.isEmpty() && node.isAlive();
        String end = flies ? "" : node.isAlive() ? ", and flew no more" : ", and died";
        return new FaultRow(name, seen + end, commands, last, said, unsafe, safe);
    }

    private String loseCamera() throws InterruptedException {
        rig.look(false);
        long start = System.nanoTime();
        await(() -> rig.speed() < STANDING);
        double ms = (System.nanoTime() - start) / 1e6;
        // The state topic comes once a second.
        Thread.sleep(2100);
        return "stood %.0f ms after the last picture".formatted(ms);
    }

    private String killCameras() throws Exception {
        rig.look(false);
        for (int i = 0; i < KILLS; i++) {
            Process camera = FaultPeer.start("camera");
            if (!camera.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                camera.destroyForcibly();
                throw new IOException("the camera met no node");
            }
        }
        Thread.sleep(2100);
        return "%d images of 6 MB turned away".formatted(rig.figure("refused"));
    }

    private String burst() throws InterruptedException {
        Thread.sleep(1100);
        long frames = rig.figure("frames");
        rig.burst(BURST);
        Thread.sleep(2100);
        return "%d frames reached the node within 2 s, %d superseded in all"
                .formatted(rig.figure("frames") - frames, rig.figure("superseded"));
    }

    private String stopAndContinue() throws Exception {
        long misses = rig.figure("missed_deadlines");
        signal("-STOP");
        long before = rig.commands();
        Thread.sleep(3000);
        long meanwhile = rig.commands() - before;
        signal("-CONT");
        Thread.sleep(2100);
        return "%d commands while stopped; %d frames under way were missed"
                .formatted(meanwhile, rig.figure("missed_deadlines") - misses);
    }

    private String shift(double seconds) throws InterruptedException {
        rig.shiftStamps(seconds);
        Thread.sleep(3100);
        return "%d frames refused so far".formatted(rig.figure("refused"));
    }

    private String killController() throws Exception {
        Process controller = FaultPeer.start("controller");
        controller.inputReader().readLine();
        Thread.sleep(1500);
        long misses = rig.figure("missed_deadlines");
        long acted = rig.figure("acted");
        controller.destroyForcibly().waitFor();
        Thread.sleep(5100);
        return "%d frames acted on in 5 s, %d missed"
                .formatted(rig.figure("acted") - acted, rig.figure("missed_deadlines") - misses);
    }

    private String mutate() throws Exception {
        rig.look(false);
        try (MutantFlood flood = new MutantFlood(seed)) {
            await(flood::isHeard);
            Thread.sleep(2100);
            long acted = rig.figure("acted");
            long start = rig.figure("frames");
            // What the first of them make the node create for good, such as compiled code, is no
            // leak.
            int first = Math.min(mutated, FIRST);
            flood.send(first, MUTATED_HZ);
            long early = residentKb();
            long counted = 0;
            while (counted < flood.images() * (double) mutated / flood.sent()
                    && flood.sent() < 2L * mutated
                    && node.isAlive()) {
                if (flood.sent() >= mutated) {
                    Thread.sleep(1100);
                }
                counted = rig.figure("frames") - start;
                if (counted < flood.images() * (double) mutated / flood.sent()) {
                    flood.send(PORTION, MUTATED_HZ);
                }
            }
            Thread.sleep(2100);
            counted = rig.figure("frames") - start;
            long wrongly = rig.figure("acted") - acted;
            long growth = residentKb() - early;
            String seen =
                    ("%d sent; of %d images the node counted %d, acted on %d; grew by %.1f MB"
                                    + " after the first %d")
                            .formatted(
                                    flood.sent(),
                                    flood.images(),
                                    counted,
                                    wrongly,
                                    growth / 1024.0,
                                    first);
            if (wrongly != 0 || growth > MOST_GROWTH_KB) {
                throw new IOException("mutated messages: " + seen);
            }
            return seen;
        }
    }

    private long residentKb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", "" + node.pid(), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS of process " + node.pid());
    }

    private void signal(String which) throws Exception {
        new ProcessBuilder("kill", which, "" + node.pid()).start().waitFor();
    }

    private static boolean await(BooleanSupplier done) throws InterruptedException {
        return await(PATIENCE_SECONDS, done);
    }

    static boolean await(long seconds, BooleanSupplier done) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(2);
        }
        return done.getAsBoolean();
    }
}
