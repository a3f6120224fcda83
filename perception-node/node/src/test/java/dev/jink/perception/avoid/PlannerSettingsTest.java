package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

class PlannerSettingsTest {
    @Test
    void shouldSayNameValueRangeAndWayOut() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PlannerSettings.defaults().withMaxSpeed(-1));
        assertEquals(
                "parameter max_speed is -1.0, wanted 0.1 to 20.0: set it inside that range",
                refused.getMessage());
    }

    @Test
    void shouldRefuseNanAndBothInfinitiesInEveryPlace() throws ReflectiveOperationException {
        RecordComponent[] parts = PlannerSettings.class.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = parts[i].getAccessor().invoke(PlannerSettings.defaults());
        }
        Constructor<PlannerSettings> make = PlannerSettings.class.getDeclaredConstructor(types);
        double[] wild = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e6, -1e6};
        for (int i = 0; i < parts.length; i++) {
            for (double bad : wild) {
                Object[] given = values.clone();
                given[i] = bad;
                InvocationTargetException thrown =
                        assertThrows(
                                InvocationTargetException.class, () -> make.newInstance(given));
                String text = thrown.getCause().getMessage();
                assertTrue(text.startsWith("parameter "), text);
                assertTrue(text.contains(" is " + bad + ", wanted "), text);
                assertEquals(1, text.lines().count());
            }
        }
    }

    @Test
    void shouldChangeOnlyTheSpeedLimit() {
        PlannerSettings slow = PlannerSettings.defaults().withMaxSpeed(1.25);
        assertEquals(1.25, slow.maxSpeed());
        assertEquals(
                PlannerSettings.defaults(),
                slow.withMaxSpeed(PlannerSettings.defaults().maxSpeed()));
    }
}
