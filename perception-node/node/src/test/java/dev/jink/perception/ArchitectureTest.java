package dev.jink.perception;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom in this module, and what no class of it may touch. */
class ArchitectureTest {
    private static final String ROOM = "dev.jink.perception";
    private static JavaClasses node;

    @BeforeAll
    static void importTheModule() {
        node =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOM);
        assertTrue(node.size() > 60, "only " + node.size() + " classes imported");
    }

    @Test
    void shouldKnowRosInThePackageRosOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOM + ".ros..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ros2..",
                        "dev.jink.rcljava..",
                        "builtin_interfaces..",
                        "std_msgs..",
                        "sensor_msgs..",
                        "geometry_msgs..",
                        "nav_msgs..",
                        "px4_msgs..",
                        "tf2_msgs..",
                        "diagnostic_msgs..",
                        "rcl_interfaces..",
                        "rmw_dds_common..",
                        "rosgraph_msgs..",
                        "lifecycle_msgs..",
                        "visualization_msgs..")
                .check(node);
    }

    @Test
    void shouldNameTheEmbeddedTransportInOneClassOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("EmbeddedTransport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.jink.rcljava..")
                .check(node);
    }

    @Test
    void shouldNotTouchTheVectorApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(node);
    }

    @Test
    void shouldPointArrowsAlongThePath() {
        mayKnow("deadline");
        mayKnow("latency", "deadline");
        mayKnow("frame", "deadline");
        mayKnow("sight", "frame");
        mayKnow("avoid", "sight");
        mayKnow("control", "avoid", "deadline");
        mayKnow("health", "avoid", "control", "deadline", "frame");
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching(ROOM + ".(*)..").should().beFreeOfCycles().check(node);
    }

    @Test
    void shouldLetNobodyKnowTheRosRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOM + ".ros..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOM + ".ros..")
                .check(node);
    }

    private static void mayKnow(String room, String... others) {
        String[] allowed = new String[others.length + 6];
        for (int i = 0; i < others.length; i++) {
            allowed[i] = ROOM + "." + others[i] + "..";
        }
        int at = others.length;
        allowed[at++] = ROOM + "." + room + "..";
        allowed[at++] = "java..";
        allowed[at++] = "com.sun.management..";
        allowed[at++] = "org.HdrHistogram..";
        allowed[at++] = "dev.jink.kernels..";
        allowed[at] = "dev.jink.calibration..";
        classes()
                .that()
                .resideInAPackage(ROOM + "." + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(node);
    }
}
