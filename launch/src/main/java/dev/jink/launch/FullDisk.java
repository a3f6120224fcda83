package dev.jink.launch;

import dev.jink.launch.ros.FaultRig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second node whose log and figures go to a disk without a byte left: it must fly like any other, and only its exit
 * status may tell that the figures could not be kept. The disk is a small tmpfs, which takes root to mount.
 */
final class FullDisk {
    private static final int NOT_WRITTEN = 2;
    private static final long START_SECONDS = 90;

    private final FaultRig rig;

    FullDisk(FaultRig rig) {
        this.rig = rig;
    }

    String fly() throws IOException, InterruptedException {
        Path disk = Files.createTempDirectory("jink-full");
        if (run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()) != 0) {
            Files.delete(disk);
            return "NOT TRIED: mounting a small disk takes root";
        }
        try {
            Path log = disk.resolve("log");
            fill(log);
            Process node =
                    new ProcessBuilder(
                                    NodeProcess.command(
                                            disk.resolve("figures.json"),
                                            List.of(
                                                    "-r",
                                                    "cmd_vel:=/full/cmd_vel",
                                                    "-r",
                                                    "__node:=" + FaultRig.OTHER)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            try {
                // Its own state comes over DDS: the log can't tell.
                boolean flew =
                        FaultCampaign.await(
                                START_SECONDS, () -> rig.figure(FaultRig.OTHER, "acted") > 30);
                node.toHandle().destroy();
                boolean ended = node.waitFor(20, TimeUnit.SECONDS);
                int status = ended ? node.exitValue() : -1;
                if (!flew || status != NOT_WRITTEN) {
                    throw new IOException(
                            "disk full: the node %s and ended with %d, wanted it to fly and %d"
                                    .formatted(flew ? "flew" : "never flew", status, NOT_WRITTEN));
                }
                return "a node without a byte of disk flew, and ended with status " + status;
            } finally {
                node.destroyForcibly();
            }
        } finally {
            run("umount", "-l", disk.toString());
            Files.delete(disk);
        }
    }

    private static void fill(Path log) throws IOException {
        try (var out = Files.newOutputStream(log)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException e) {
            if (new File(log.getParent().toString()).getUsableSpace() != 0) {
                throw e;
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
