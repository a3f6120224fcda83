package dev.jink.training;

import dev.jink.sim.scene.Photographs;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that say what scenes to train on get besides what their builders put in. */
final class DressingOptions {
    @Option(
            names = "--photographs",
            paramLabel = "DIR",
            description = {
                "JPEG and PNG files to paper half the surfaces with, which makes the network less",
                "of a specialist; sim/training/fetch-photographs brings a set. None if not given."
            })
    private Path photographs;

    @Option(
            names = "--plain-scenes",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = {
                "Of the scenes to train on, 0 to 1: without shadows, with closed tree tops and an"
                        + " even",
                "sky of any grey, as plain renderers and dull days have them."
            })
    private double plainShare;

    @Option(
            names = "--encounters",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = {
                "Of the scenes to train on, 0 to 1: with a person, a sapling, a slanting trunk, a"
                        + " post, a",
                "branch or furniture put in the camera's way, where scenes have nothing by"
                        + " themselves."
            })
    private double encounterShare;

    /** Reads the photographs; refuses a share that is none. */
    Dressing dressing() throws IOException {
        return new Dressing(
                Dressing.share("--encounters", encounterShare),
                Dressing.share("--plain-scenes", plainShare),
                photographs == null ? Photographs.none() : Photographs.read(photographs));
    }

    /** As they were typed, for the card's line. */
    List<String> typed() {
        List<String> words = new ArrayList<>();
        if (photographs != null) {
            words.add("--photographs " + photographs.getFileName());
        }
        if (plainShare > 0) {
            words.add("--plain-scenes " + plainShare);
        }
        if (encounterShare > 0) {
            words.add("--encounters " + encounterShare);
        }
        return words;
    }
}
