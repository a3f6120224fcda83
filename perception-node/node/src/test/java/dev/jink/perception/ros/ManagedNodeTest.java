package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.TestModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real node managed by another vendor's client, with the bytes of rmw_cyclonedds. */
class ManagedNodeTest {
    private static final int DOMAIN = 62;
    @TempDir private Path folder;
    private Path peer;

    @BeforeEach
    void build() throws Exception {
        peer = Cyclone.build(folder);
        TestModel.write(folder);
    }

    private String asked(String... what) throws Exception {
        List<String> call = new ArrayList<>(List.of("call", "/jink"));
        call.addAll(List.of(what));
        return Cyclone.run(peer, DOMAIN, call.toArray(String[]::new)).stream()
                .filter(line -> !line.startsWith("matched") && !line.equals("done"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldBeConfiguredActivatedDeactivatedAndCleanedUpTwice() throws Exception {
        try (NodeRun node =
                NodeRun.start(
                        DOMAIN,
                        folder,
                        "--ros-args",
                        "-p",
                        "autostart:=false",
                        "-p",
                        "warm_up_s:=0.5",
                        "-p",
                        "require_odometry:=false")) {
            node.await("jink: unconfigured: waits for ros2 lifecycle set jink configure");
            assertEquals("changed 0", asked("change_state", "3"));
            node.await("lifecycle: got transition 3, wanted one of [configure (1), shutdown (5)]");
            for (int round = 0; round < 2; round++) {
                assertEquals("state 1 unconfigured", asked("get_state"));
                assertEquals("changed 1", asked("change_state", "1"));
                assertEquals("changed 1", asked("change_state", "3"));
                node.await("jink: active after");
                assertEquals("state 3 active", asked("get_state"));
                assertEquals("changed 1", asked("change_state", "4"));
                node.await("jink: inactive: the guard has braked, no command leaves");
                assertEquals("changed 1", asked("change_state", "2"));
                node.await("jink: unconfigured: ");
            }
            assertEquals("changed 1", asked("change_state", "5"));
            assertEquals(0, node.awaitEnd());
        }
    }

    @Test
    void shouldTakeALiveParameterAndRefuseAllElseInOneLine() throws Exception {
        try (NodeRun node = NodeRun.start(DOMAIN, folder, "--ros-args", "-p", "warm_up_s:=0.5")) {
            node.await("jink: active after");
            assertEquals(
                    "described 1 max_speed type 3 read-only 0 from 0.1 to 20: highest speed"
                            + " commanded, m/s",
                    asked("describe", "max_speed"));
            assertEquals("set 1 ", asked("set", "max_speed", "1.5"));
            assertEquals("value 3 1.5 ''", asked("get", "max_speed"));
            assertEquals(
                    "set 0 parameter 'max_speed': got 3.5, wanted at most the 3.0 it was started"
                            + " with: more is for a new start",
                    asked("set", "max_speed", "3.5"));
            assertEquals(
                    "set 0 parameter 'radius_m': it is read-only; set it at the start: -p"
                            + " radius_m:=0.1",
                    asked("set", "radius_m", "0.1"));
            assertEquals(
                    "set 0 parameter 'max_sped': node /jink has no such parameter; meant"
                            + " 'max_speed'?",
                    asked("set", "max_sped", "1"));
            assertEquals(0, node.end());
        }
    }
}
