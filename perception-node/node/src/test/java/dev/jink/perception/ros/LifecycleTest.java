package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.ros.Lifecycle.Change;
import dev.jink.perception.ros.Lifecycle.State;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LifecycleTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean failing;
    private final Lifecycle lifecycle =
            new Lifecycle(
                    new Lifecycle.Work() {
                        @Override
                        public void configure() throws ConfigurationException {
                            if (failing) {
                                throw new ConfigurationException("model: got none", null);
                            }
                            done.add("configure");
                        }

                        @Override
                        public void activate() {
                            done.add("activate");
                        }

                        @Override
                        public void deactivate() {
                            done.add("deactivate");
                        }

                        @Override
                        public void cleanup() {
                            done.add("cleanup");
                        }

                        @Override
                        public void shutdown() {
                            done.add("shutdown");
                        }
                    },
                    said::add,
                    change -> done.add(change.from().label() + " > " + change.to().label()));

    @Test
    void shouldGoAllWaysRoundByNumberOrByLabel() {
        assertTrue(lifecycle.change(1, ""));
        assertTrue(lifecycle.change(0, "activate"));
        assertTrue(lifecycle.change(4, "whatever"));
        assertTrue(lifecycle.change(0, "cleanup"));
        assertTrue(lifecycle.change(0, "shutdown"));
        assertEquals(
                List.of(
                        "configure",
                        "unconfigured > inactive",
                        "activate",
                        "inactive > active",
                        "deactivate",
                        "active > inactive",
                        "cleanup",
                        "inactive > unconfigured",
                        "shutdown",
                        "unconfigured > finalized"),
                done);
        assertEquals(List.of(), lifecycle.available());
        assertEquals(List.of(), said);
    }

    @Test
    void shouldRefuseAWayThatDoesNotStartHere() {
        assertFalse(lifecycle.change(3, "activate"));
        assertFalse(lifecycle.change(0, "fly"));
        assertEquals(
                List.of(
                        "lifecycle: got transition 3, wanted one of [configure (1), shutdown (5)]:"
                                + " the node is unconfigured",
                        "lifecycle: got transition 'fly', wanted one of [configure (1), shutdown"
                                + " (5)]: the node is unconfigured"),
                said);
        assertEquals(List.of(), done);
    }

    @Test
    void shouldStayWhereItIsWhenTheWorkFails() {
        failing = true;
        assertFalse(lifecycle.change(1, "configure"));
        assertEquals(State.UNCONFIGURED, lifecycle.state());
        assertEquals(List.of("configure: model: got none"), said);
        failing = false;
        assertTrue(lifecycle.change(1, "configure"));
        assertEquals(
                List.of(Change.CLEANUP, Change.ACTIVATE, Change.SHUTDOWN_INACTIVE),
                lifecycle.available());
    }
}
