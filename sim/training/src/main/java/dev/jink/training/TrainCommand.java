package dev.jink.training;

import dev.jink.sim.command.CommandLines;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink train}: makes a model file and its card from nothing but this repository. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Renders scenes, trains the float twin and the 1-bit network, writes the model.")
public final class TrainCommand implements Callable<Integer> {
    private static final int LEAST_JUDGED = 200;

    @Spec private CommandSpec spec;

    @Option(names = "--output", description = "Model file to write.", defaultValue = "sight.jink")
    private Path output;

    @Option(names = "--workdir", description = "Rendered frames and checkpoints.")
    private Path workdir = Path.of(System.getProperty("user.home"), ".cache", "jink", "training");

    @Option(names = "--frames", description = "Frames to train on.", defaultValue = "16000")
    private int frames;

    @Option(
            names = "--validation-frames",
            description = "Frames of other scenes to judge by.",
            defaultValue = "1200")
    private int validationFrames;

    @Mixin private DressingOptions dressing;

    @Option(
            names = "--from",
            paramLabel = "TWIN",
            description = {
                "A float twin (NAME.twin.pt) to start from in place of random weights, to teach a",
                "model new scenes in a fraction of the float twin's time: of the same shape, or"
                        + " with",
                "fewer layers at its end."
            })
    private Path from;

    @Option(names = "--float-steps", defaultValue = "1200", description = "Of the float twin.")
    private int floatSteps;

    @Option(
            names = "--activation-steps",
            description = "With one-bit activations and real weights.",
            defaultValue = "300")
    private int activationSteps;

    @Option(names = "--binary-steps", defaultValue = "1800", description = "Of the 1-bit network.")
    private int binarySteps;

    @Option(
            names = "--polish-steps",
            description = "Of the 1-bit network on labels alone, after it has outgrown its twin.",
            defaultValue = "900")
    private int polishSteps;

    @Option(names = "--batch", description = "Pictures a step.", defaultValue = "32")
    private int batch;

    @Option(names = "--rate", description = "Peak learning rate.", defaultValue = "0.002")
    private double rate;

    @Option(
            names = "--teaching",
            description = "Share of the twin's opinion in the 1-bit network's targets, 0 to 1.",
            defaultValue = "0.5")
    private double teaching;

    @Option(names = "--stem-channels", description = "First layer.", defaultValue = "32")
    private int stemChannels;

    @Option(
            names = "--fine-blocks",
            description = "1-bit layers as wide as the first, before the grid's resolution.",
            defaultValue = "1")
    private int fineBlocks;

    @Option(names = "--channels", description = "All other layers.", defaultValue = "64")
    private int channels;

    @Option(
            names = "--dilations",
            split = ",",
            description = "One 1-bit layer for each.",
            defaultValue = "1,2,4,1")
    private List<Integer> dilations;

    @Option(names = "--seed", description = "Of everything.", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", description = "That render.", defaultValue = "2")
    private int threads;

    @Option(names = "--resume", description = "Go on from the work folder's checkpoints.")
    private boolean resume;

    @Option(
            names = "--variants",
            description = {
                "Train networks of several shapes alike, one after the other, and print a table of",
                "latency, size, accuracy and flights instead of writing a model."
            })
    private boolean variants;

    @Option(
            names = "--flights",
            description = "Closed-loop trials of each variant.",
            defaultValue = "10")
    private int flights;

    @Option(
            names = "--activation-bits",
            description = "1, 2 or 4: how finely the 1-bit layers read.",
            defaultValue = "1")
    private int activationBits;

    @Option(names = "--remark", description = "A line for the card.", defaultValue = "")
    private String remark;

    /** Runs the command line; exits with 0 done, 1 failed, 2 bad usage. */
    public static void main(String[] arguments) {
        System.exit(CommandLines.of(new TrainCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        least("--frames", frames, 1);
        least("--validation-frames", validationFrames, LEAST_JUDGED);
        least("--float-steps", floatSteps, 1);
        least("--activation-steps", activationSteps, 0);
        least("--binary-steps", binarySteps, 1);
        least("--polish-steps", polishSteps, 0);
        least("--fine-blocks", fineBlocks, 0);
        least("--batch", batch, 2);
        least("--threads", threads, 1);
        try {
            System.out.println(
                    variants
                            ? new Variants(settings(), flights, System.out).run()
                            : new TrainingRun(settings(), System.out).run());
            return 0;
        } catch (IllegalStateException | IOException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }

    private void least(String option, int got, int least) {
        if (got < least) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: got %d, wanted at least %d; give a larger number"
                            .formatted(option, got, least));
        }
    }

    private TrainSettings settings() throws IOException {
        Architecture architecture;
        try {
            architecture =
                    Architecture.sight(
                            stemChannels, fineBlocks, channels, dilations, activationBits);
        } catch (IllegalArgumentException shape) {
            throw new ParameterException(spec.commandLine(), shape.getMessage(), shape);
        }
        return new TrainSettings(
                output,
                workdir,
                workdir,
                dressing.dressing(),
                from == null ? null : TwinFile.read(from),
                frames,
                validationFrames,
                floatSteps,
                activationSteps,
                binarySteps,
                polishSteps,
                batch,
                rate,
                teaching,
                architecture,
                seed,
                threads,
                resume,
                typed(),
                remark);
    }

    /** Every option that shapes the model, so that the line on the card needs no defaults. */
    private String typed() {
        List<String> words = new ArrayList<>(List.of("launch/jink", "train"));
        words.add("--frames " + frames);
        words.add("--validation-frames " + validationFrames);
        words.addAll(dressing.typed());
        if (from != null) {
            words.add("--from " + from.getFileName());
        }
        words.add("--float-steps " + floatSteps);
        words.add("--activation-steps " + activationSteps);
        words.add("--binary-steps " + binarySteps);
        words.add("--polish-steps " + polishSteps);
        words.add("--batch " + batch);
        words.add("--rate " + rate);
        words.add("--teaching " + teaching);
        words.add("--stem-channels " + stemChannels);
        words.add("--fine-blocks " + fineBlocks);
        words.add("--channels " + channels);
        words.add(
                "--dilations "
                        + String.join(",", dilations.stream().map(String::valueOf).toList()));
        words.add("--activation-bits " + activationBits);
        words.add("--seed " + seed);
        words.add("--output " + output.getFileName());
        return String.join(" ", words);
    }
}
