package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ControllerKindTest {
    @Test
    void shouldKnowEachControllerByItsName() {
        assertEquals(ControllerKind.TWIST, ControllerKind.of("twist"));
        assertEquals(ControllerKind.PX4, ControllerKind.of("px4"));
        assertEquals(ControllerKind.ARDUPILOT, ControllerKind.of("ardupilot"));
        assertEquals(ControllerKind.MAVROS, ControllerKind.of("mavros"));
        assertEquals(ControllerKind.MAVLINK, ControllerKind.of("mavlink"));
    }

    @Test
    void shouldNameTheControllersThereAreWhenItIsNone() {
        for (String name : new String[] {"", "PX4", "px5", "twist "}) {
            assertEquals(
                    "parameter controller: got '"
                            + name
                            + "', wanted one of: twist, px4, ardupilot, mavros, mavlink; for any"
                            + " other set it to twist and let the controller take TwistStamped from"
                            + " cmd_vel",
                    assertThrows(IllegalArgumentException.class, () -> ControllerKind.of(name))
                            .getMessage());
        }
    }
}
