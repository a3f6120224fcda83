package dev.jink.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Verification;
import dev.jink.kernels.plan.Verification.Report;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code jink verify}: does this machine compute what the reference says, and the model what it was shipped with? */
@Command(
        name = "jink verify",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every kernel path of this machine against the scalar reference, bit for bit,",
            "and the installed model against its golden outputs."
        })
final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "model file (default: the shipped one)")
    private Path model = Path.of(System.getProperty("jink.models", "."), "sight.jink");

    @Option(
            names = "--models",
            paramLabel = "N",
            defaultValue = "60",
            description = "random networks for each path (default: ${DEFAULT-VALUE})")
    private int networks;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of the first (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new VerifyCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (networks < 1 || networks > 100_000) {
            throw new UsageException("--models: got " + networks + ", wanted 1 to 100000");
        }
        JsonFile.require(json);
        Report report;
        String sha256;
        try (Plan plan = Plan.load(model)) {
            System.out.println(KernelProvider.reason());
            System.out.print(plan.table());
            sha256 = plan.sha256();
            report =
                    Verification.parity(seed, networks)
                            .and(Verification.golden(ModelFile.read(model)));
        } catch (ModelFileException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        report.lines().forEach(System.out::println);
        report.failures().forEach(line -> System.out.println("DIFFERS " + line));
        System.out.println(
                report.passed()
                        ? "verified: " + report.compared() + " values equal bit for bit"
                        : "NOT verified: "
                                + report.failures().size()
                                + " differences; do not fly on this machine");
        if (json != null) {
            ObjectNode figures = new ObjectMapper().createObjectNode();
            figures.put("passed", report.passed());
            figures.put("valuesCompared", report.compared());
            figures.put("modelSha256", sha256);
            figures.put("kernelPath", KernelProvider.choose().path());
            figures.putPOJO("lines", report.lines());
            figures.putPOJO("failures", report.failures());
            JsonFile.write(json, figures);
        }
        return report.passed() ? 0 : 1;
    }
}
