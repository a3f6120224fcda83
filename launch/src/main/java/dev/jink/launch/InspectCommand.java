package dev.jink.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.LayerReport;
import dev.jink.kernels.plan.Plan;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jink inspect}: what is in a model file, and what this machine makes of it. */
@Command(
        name = "jink inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a model file and prints its layers as this machine would run them: operator,",
            "shapes, bits, bytes, multiplications, kernel and why; the slab; what the file says of"
                    + " itself."
        })
final class InspectCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "model file (default: the shipped one)")
    private Path model = Path.of(System.getProperty("jink.models", "."), "sight.jink");

    @Option(
            names = "--kernels",
            paramLabel = "PATH",
            description = "512, 256, 128 or scalar (default: the widest of this machine)")
    private String kernels;

    @Option(names = "--json", paramLabel = "FILE", description = "write the same there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new InspectCommand()).execute(args));
    }

    @Override
    public Integer call() {
        JsonFile.require(json);
        try (Plan plan =
                kernels == null
                        ? Plan.load(model)
                        : Plan.load(model, KernelProvider.named(kernels))) {
            System.out.print(plan.table());
            System.out.println();
            plan.metadata().forEach((key, value) -> System.out.printf("%-16s %s%n", key, value));
            System.out.printf("%-16s %s%n", "sha256", plan.sha256());
            if (json != null) {
                JsonFile.write(json, figures(plan));
            }
            return 0;
        } catch (ModelFileException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static ObjectNode figures(Plan plan) {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("sha256", plan.sha256());
        figures.put("kernelPath", plan.kernelPath());
        figures.put("slabBytes", plan.slabBytes());
        figures.putPOJO("metadata", plan.metadata());
        ArrayNode layers = figures.putArray("layers");
        for (LayerReport report : plan.report()) {
            ObjectNode layer = layers.addObject();
            layer.put("layer", report.layer());
            layer.put("in", report.in().toString());
            layer.put("out", report.out().toString());
            layer.put("weightBits", report.weightBits());
            layer.put("parameterBytes", report.parameterBytes());
            layer.put("slabBytes", report.slabBytes());
            layer.put("macs", report.macs());
            layer.put("kernel", report.kernel());
            layer.put("why", report.why());
        }
        return figures;
    }
}
