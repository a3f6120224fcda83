package dev.jink.launch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The design's rules on who may know whom, held over the compiled classes of every module. */
final class ArchitectureTest {
    private static final List<String> MODULES =
            List.of(
                    "kernels/engine",
                    "kernels/compiler",
                    "kernels/benchmarks",
                    "calibration",
                    "perception-node/rcljava",
                    "perception-node/node",
                    "sim/world",
                    "sim/gazebo",
                    "sim/training",
                    "launch");
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final String[] ROS = {
        "org.ros2..",
        "builtin_interfaces..",
        "std_msgs..",
        "sensor_msgs..",
        "geometry_msgs..",
        "nav_msgs..",
        "px4_msgs..",
        "tf2_msgs..",
        "diagnostic_msgs..",
        "rmw_dds_common..",
        "rosgraph_msgs..",
        "rcl_interfaces..",
        "lifecycle_msgs..",
        "visualization_msgs..",
        "dev.jink.rcljava.."
    };
    private static JavaClasses project;

    @BeforeAll
    static void importEveryModule() {
        List<Path> folders =
                MODULES.stream().map(m -> HOME.resolve(m).resolve("target/classes")).toList();
        for (Path folder : folders) {
            assertTrue(Files.isDirectory(folder), folder + " is not built: run ./mvnw verify");
        }
        project = new ClassFileImporter().importPaths(folders);
        assertTrue(project.size() > 100, "only " + project.size() + " classes imported");
    }

    @Test
    void shouldKeepTheEngineFreeOfEverythingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.jink.kernels..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.jink.kernels..", "java..", "jdk..")
                .check(project);
    }

    @Test
    void shouldImportTheVectorApiInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.jink.kernels.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(project);
    }

    @Test
    void shouldImportRosInPackagesNamedRosOnly() {
        noClasses()
                .that(
                        not(resideInAnyPackage("..ros.."))
                                .and(not(resideInAnyPackage(ROS)))
                                .as("are outside packages named ros"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROS)
                .check(project);
    }

    @Test
    void shouldPointArrowsDownwardsOnly() {
        forbid("dev.jink.kernels..", "dev.jink.calibration..");
        forbid("dev.jink.calibration..", "dev.jink.kernels..");
        for (String below :
                List.of("dev.jink.kernels..", "dev.jink.calibration..", "dev.jink.rcljava..")) {
            forbid(below, "dev.jink.perception..");
            forbid(below, "dev.jink.sim..");
        }
        forbid("dev.jink.perception..", "dev.jink.sim..");
        for (String below :
                List.of(
                        "dev.jink.kernels..",
                        "dev.jink.calibration..",
                        "dev.jink.rcljava..",
                        "dev.jink.perception..",
                        "dev.jink.sim..")) {
            forbid(below, "dev.jink.gazebo..");
            forbid(below, "dev.jink.training..");
            forbid(below, "dev.jink.launch..");
        }
        forbid("dev.jink.launch..", "dev.jink.training..");
        forbid("dev.jink.gazebo..", "dev.jink.training..");
        forbid("dev.jink.training..", "dev.jink.gazebo..");
    }

    @Test
    void shouldHaveNoCyclesBetweenThePackagesOfARoom() {
        for (String room :
                List.of("perception", "sim", "gazebo", "calibration", "training", "compiler")) {
            slices().matching("dev.jink." + room + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(project);
        }
    }

    @Test
    void shouldKeepTrainingOnlyLibrariesOffTheDrone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.jink.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco.pytorch..", "org.apache.spark..", "onnx..")
                .check(project);
    }

    /** Whether C2 makes nothing of such an object is luck; where kernels run it must not be needed. */
    @Test
    void shouldNotSliceMemoryWhereKernelsRun() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.jink.kernels.scalar..", "dev.jink.kernels.vector..")
                .or()
                .haveSimpleName("BitTensor")
                .or()
                .haveSimpleName("FloatTensor")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "takes a slice",
                                call -> call.getTarget().getName().equals("asSlice")))
                .check(project);
    }

    @Test
    void shouldKeepOnnxInTheCompilerAndTheBenchmarks() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.jink.benchmarks..", "dev.jink.compiler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "com.google.protobuf..")
                .check(project);
        // Who judges a model asks them for its twins' times; what flies or launches does not.
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.jink.benchmarks..", "dev.jink.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.jink.benchmarks..")
                .check(project);
        forbid("dev.jink.compiler..", "dev.jink.benchmarks..");
        for (String onboard :
                List.of("dev.jink.kernels..", "dev.jink.perception..", "dev.jink.calibration..")) {
            forbid(onboard, "dev.jink.compiler..");
        }
        noClasses()
                .that()
                .resideInAnyPackage("dev.jink.benchmarks..", "dev.jink.compiler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.jink.calibration..",
                        "dev.jink.perception..",
                        "dev.jink.sim..",
                        "dev.jink.training..",
                        "dev.jink.launch..")
                .check(project);
    }

    @Test
    void shouldNameClassesAfterIdeas() {
        noClasses()
                .that()
                .resideInAPackage("dev.jink..")
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)")
                .check(project);
    }

    @Test
    void shouldKeepFilesToOneIdea() throws IOException {
        assertEquals(List.of(), sources().filter(f -> lines(f) > 400).toList(), "over 400 lines");
    }

    @Test
    void shouldTellWhatEachPackageIsFor() throws IOException {
        List<Path> undocumented =
                sources()
                        .filter(f -> f.toString().contains("src/main/java/dev/jink"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(p -> !Files.isRegularFile(p.resolve("package-info.java")))
                        .toList();
        assertEquals(List.of(), undocumented, "packages without package-info.java");
    }

    private static void forbid(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to)
                .allowEmptyShould(true)
                .check(project);
    }

    private static Stream<Path> sources() throws IOException {
        Stream.Builder<Path> found = Stream.builder();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve("src"))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(found);
            }
        }
        return found.build();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
