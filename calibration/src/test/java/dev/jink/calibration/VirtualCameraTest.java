package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualCameraTest {
    @ParameterizedTest
    @ValueSource(strings = {"160 120 80 80 79.5 59.5", "  160\t120 80.0 80 79.5  59.5\n"})
    void shouldReadTheModelFilesText(String text) {
        assertEquals(Pictures.VIRTUAL, VirtualCamera.parse(text));
    }

    @Test
    void shouldWriteTheTextThatItReads() {
        assertEquals("160 120 80 80 79.5 59.5", Pictures.VIRTUAL.metadata());
        VirtualCamera odd = new VirtualCamera(64, 48, 1e20, 1.0 / 3, -0.5, 1e-9);
        assertEquals(odd, VirtualCamera.parse(odd.metadata()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "160 120 80 80 79.5",
                "160 120 80 80 79.5 59.5 1",
                "160 120 80 80 79.5 x",
                "160.5 120 80 80 79.5 59.5"
            })
    void shouldRefuseOtherText(String text) {
        refused(text, assertThrows(CalibrationException.class, () -> VirtualCamera.parse(text)));
    }

    @Test
    void shouldRefuseAbsentText() {
        refused(
                "absent",
                assertThrows(CalibrationException.class, () -> VirtualCamera.parse(null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 120 80.0 80.0 79.5 59.5",
                "160 -1 80.0 80.0 79.5 59.5",
                "160 120 0.0 80.0 79.5 59.5",
                "160 120 80.0 NaN 79.5 59.5",
                "160 120 80.0 80.0 Infinity 59.5",
                "40000 120 80.0 80.0 79.5 59.5"
            })
    void shouldRefuseNumbersThatAreNoCamera(String text) {
        refused(text, assertThrows(CalibrationException.class, () -> VirtualCamera.parse(text)));
    }

    private static void refused(String got, CalibrationException refusal) {
        assertEquals(
                "virtual_camera is '"
                        + got
                        + "', wanted 'width height fx fy cx cy' with sizes and focal lengths above"
                        + " 0, as in '160 120 80 80 79.5 59.5': use a model file that names its"
                        + " virtual camera",
                refusal.getMessage());
    }
}
