package dev.jink.rcljava.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.parameters.InvalidParameterValueException;
import org.ros2.rcljava.parameters.ParameterAlreadyDeclaredException;
import org.ros2.rcljava.parameters.ParameterNotDeclaredException;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.IntegerRange;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.SetParametersResult;

import java.util.List;
import java.util.stream.Stream;

class ParameterStoreTest {
    private static final ParameterVariant BUDGET = new ParameterVariant("budget_ms", 50);
    private static final ParameterVariant SPEED = new ParameterVariant("max_speed", 2.0);

    @Test
    void shouldPreferTheLastValueFromOutside() {
        ParameterStore store = store("budget_ms:=40", "budget_ms:=30");
        assertEquals(30, store.declare(BUDGET, new ParameterDescriptor()).asInt());
        assertEquals(30, store.get("budget_ms").asInt());
        assertEquals(2.0, store.declare(SPEED, new ParameterDescriptor()).asDouble());
    }

    @Test
    void shouldTakeAWholeNumberForADouble() {
        assertEquals(3.0, store("max_speed:=3").declare(SPEED, range(0, 5)).asDouble());
    }

    @Test
    void shouldRefuseOtherTypesAndValuesOutOfRange() {
        assertEquals(
                "parameter 'budget_ms': got string soon, wanted integer (from -p budget_ms:=soon)",
                refusal("budget_ms:=soon", BUDGET, new ParameterDescriptor()));
        assertEquals(
                "parameter 'budget_ms': got 500, wanted an integer from 10 to 200"
                        + " (from -p budget_ms:=500)",
                refusal("budget_ms:=500", BUDGET, range(10, 200, 1)));
        assertEquals(
                "parameter 'budget_ms': got 15, wanted an integer from 10 to 200 in steps of 10"
                        + " (from -p budget_ms:=15)",
                refusal("budget_ms:=15", BUDGET, range(10, 200, 10)));
        assertEquals(
                "parameter 'max_speed': got 9.5, wanted a number from 0.0 to 5.0"
                        + " (from -p max_speed:=9.5)",
                refusal("max_speed:=9.5", SPEED, range(0, 5)));
        assertEquals(
                "parameter 'max_speed': got NaN, wanted a number from 0.0 to 5.0"
                        + " (from -p max_speed:=.nan)",
                refusal("max_speed:=.nan", SPEED, range(0, 5)));
    }

    @Test
    void shouldNameTheNearestParameterWhenThereIsNoSuchOne() {
        ParameterStore store = store("budgte_ms:=40", "other:=1");
        store.declare(BUDGET, new ParameterDescriptor());
        assertEquals(
                List.of(
                        "parameter 'budgte_ms': node /drone/eye has no such parameter; meant"
                                + " 'budget_ms'? (from -p budgte_ms:=40)",
                        "parameter 'other': node /drone/eye has no such parameter"
                                + " (from -p other:=1)"),
                store.unusedOverrides());
        assertEquals(
                "parameter 'budget': node /drone/eye has no such parameter",
                assertThrows(ParameterNotDeclaredException.class, () -> store.get("budget"))
                        .getMessage());
        assertEquals(
                "parameter 'budget_ms': declared twice on node /drone/eye",
                assertThrows(
                                ParameterAlreadyDeclaredException.class,
                                () -> store.declare(BUDGET, new ParameterDescriptor()))
                        .getMessage());
    }

    @Test
    void shouldAskTheCallbacksBeforeAChange() {
        ParameterStore store = store();
        store.declare(BUDGET, range(10, 200, 1));
        store.add(
                changes ->
                        new SetParametersResult()
                                .setSuccessful(changes.get(0).asInt() != 77)
                                .setReason("77 is unlucky"));
        assertTrue(set(store, new ParameterVariant("budget_ms", 60)).getSuccessful());
        assertEquals(60, store.get("budget_ms").asInt());
        assertEquals(
                "77 is unlucky", set(store, new ParameterVariant("budget_ms", 77)).getReason());
        assertEquals(
                "parameter 'budget_ms': got 5, wanted an integer from 10 to 200",
                set(store, new ParameterVariant("budget_ms", 5)).getReason());
        assertEquals(60, store.get("budget_ms").asInt());
    }

    @Test
    void shouldKeepReadOnlyParameters() {
        ParameterStore store = store();
        store.declare(BUDGET, new ParameterDescriptor().setReadOnly(true));
        assertEquals(
                "parameter 'budget_ms': it is read-only; set it at the start: -p budget_ms:=60",
                set(store, new ParameterVariant("budget_ms", 60)).getReason());
    }

    @Test
    void shouldChangeAllOrNothing() {
        ParameterStore store = store();
        store.declare(BUDGET, range(10, 200, 1));
        store.declare(SPEED, range(0, 5));
        assertFalse(
                set(
                                store,
                                new ParameterVariant("budget_ms", 60),
                                new ParameterVariant("max_speed", 9.0))
                        .getSuccessful());
        assertEquals(50, store.get("budget_ms").asInt());
    }

    @Test
    void shouldNotReadAValueAsAnotherType() {
        assertEquals(
                "parameter 'max_speed': got double, wanted integer",
                assertThrows(IllegalArgumentException.class, SPEED::asInt).getMessage());
        assertEquals(SPEED, ParameterVariant.fromParameter(SPEED.toParameter()));
    }

    private static ParameterStore store(String... assignments) {
        return new ParameterStore(
                "/drone/eye",
                false,
                Stream.of(assignments).map(ParameterText::assignment).toList());
    }

    private static SetParametersResult set(ParameterStore store, ParameterVariant... values) {
        return store.set(List.of(values));
    }

    private static String refusal(
            String assignment, ParameterVariant initial, ParameterDescriptor descriptor) {
        return assertThrows(
                        InvalidParameterValueException.class,
                        () -> store(assignment).declare(initial, descriptor))
                .getMessage();
    }

    private static ParameterDescriptor range(long from, long to, long step) {
        return new ParameterDescriptor()
                .setIntegerRange(
                        List.of(
                                new IntegerRange()
                                        .setFromValue(from)
                                        .setToValue(to)
                                        .setStep(step)));
    }

    private static ParameterDescriptor range(double from, double to) {
        return new ParameterDescriptor()
                .setFloatingPointRange(
                        List.of(new FloatingPointRange().setFromValue(from).setToValue(to)));
    }
}
