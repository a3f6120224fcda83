package dev.jink.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom inside the simulated world. */
@AnalyzeClasses(packages = "dev.jink.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule onlyRosPackagesKnowRos =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.jink.sim.ros..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.ros2..",
                            "..msg..",
                            "dev.jink.rcljava..",
                            "dev.jink.perception.ros..");

    @ArchTest
    static final ArchRule scenesKnowNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.jink.sim.scene..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.jink.sim.camera..", "dev.jink.sim.drone..",
                            "dev.jink.sim.trial..", "dev.jink.sim.ros..",
                            "dev.jink.perception..", "dev.jink.kernels..");

    @ArchTest
    static final ArchRule camerasKnowNoDrones =
            noClasses()
                    .that()
                    .resideInAPackage("dev.jink.sim.camera..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.jink.sim.drone..",
                            "dev.jink.sim.trial..",
                            "dev.jink.sim.ros..",
                            "dev.jink.perception..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.jink.sim.(*)..").should().beFreeOfCycles();
}
