package dev.jink.launch.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.doctor.Finding.Grade;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jink doctor}: what this machine offers the deadline, what it should, and the command that changes it. */
@Command(
        name = "jink doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at what the deadline leans on: JDK, SIMD, frequency, real-time rights, memory,"
                    + " socket buffers,",
            "clock, container quota, home folder, DDS. Exit status 1 when the node must not fly"
                    + " here."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "write the findings there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new DoctorCommand()).execute(args));
    }

    @Override
    public Integer call() {
        JsonFile.require(json);
        List<Finding> findings = new ArrayList<>();
        findings.add(ProgramChecks.jdk(Runtime.version(), System.getProperty("java.vendor")));
        findings.add(ProgramChecks.simd());
        findings.addAll(new KernelChecks(new Machine(Path.of("/"))).all());
        findings.add(ProgramChecks.home(Path.of(System.getProperty("user.home"))));
        findings.add(ProgramChecks.discovery());
        print(findings, System.out);
        JsonFile.write(json, tree(findings));
        return fit(findings) ? 0 : 1;
    }

    static boolean fit(List<Finding> findings) {
        return findings.stream().noneMatch(f -> f.grade() == Grade.UNFIT);
    }

    static void print(List<Finding> findings, PrintStream out) {
        for (Finding each : findings) {
            out.printf(Locale.ROOT, "%-7s%-20s %s%n", each.grade().word(), each.name(), each.is());
            if (each.grade() != Grade.GOOD) {
                out.printf(Locale.ROOT, "%-27s wanted: %s%n", "", each.wanted());
                out.printf(Locale.ROOT, "%-27s change: %s%n", "", each.change());
            }
        }
        long better = findings.stream().filter(f -> f.grade() == Grade.COULD_BE_BETTER).count();
        out.println(
                fit(findings)
                        ? "fit to fly; " + better + " things could be better"
                        : "NOT fit to fly: see the lines marked UNFIT");
    }

    static ObjectNode tree(List<Finding> findings) {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        tree.put("fit", fit(findings));
        var list = tree.putArray("findings");
        for (Finding each : findings) {
            list.addObject()
                    .put("name", each.name())
                    .put("grade", each.grade().word())
                    .put("is", each.is())
                    .put("wanted", each.wanted())
                    .put("change", each.change());
        }
        return tree;
    }
}
