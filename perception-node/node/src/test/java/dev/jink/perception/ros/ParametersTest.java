package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.PlannerSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.SetParametersResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What may change while the drone flies. */
class ParametersTest {
    private final List<PlannerSettings> changes = new ArrayList<>();
    private Context context;
    private Node node;

    @BeforeEach
    void declare() {
        context = RCLJava.createContext();
        context.init();
        node = RCLJava.createNode("parameters", "", context);
        Parameters.declareOn(node).onPlanner(changes::add);
    }

    @AfterEach
    void leave() {
        context.shutdown();
    }

    private SetParametersResult set(String name, double value) {
        return node.setParameter(new ParameterVariant(name, value));
    }

    @Test
    void shouldKeepAllThatSafetyHangsOnReadOnly() {
        Set<String> live = new TreeSet<>();
        for (String name : node.listParameters(List.of(), 0).getNames()) {
            if (!node.describeParameter(name).getReadOnly()) {
                live.add(name);
            }
        }
        assertEquals(Set.of("max_accel", "max_speed", "max_yaw_rate"), live);
        assertEquals(
                "parameter 'radius_m': it is read-only; set it at the start: -p radius_m:=0.1",
                set("radius_m", 0.1).getReason());
        assertEquals(List.of(), changes);
    }

    @Test
    void shouldLetTheDroneBeMadeSlowerButNeverFasterThanItWasStarted() {
        assertTrue(set("max_speed", 1).getSuccessful());
        assertEquals(1, changes.getLast().maxSpeed());
        assertTrue(set("max_speed", 3).getSuccessful());
        SetParametersResult refused = set("max_speed", 3.1);
        assertFalse(refused.getSuccessful());
        assertEquals(
                "parameter 'max_speed': got 3.1, wanted at most the 3.0 it was started with: more"
                        + " is for a new start",
                refused.getReason());
        assertEquals(2, changes.size());
    }
}
