package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

final class EncountersTest {
    private static final Region REGION = new Region(-10, 10, -10, 10, 0.5, 4);

    private static Scene field(List<Primitive> things) {
        Draft draft = new Draft(1);
        Scene empty = draft.outdoors(SceneKind.STREET, draft.paints.road(), REGION);
        return empty.with(things);
    }

    @Test
    void shouldPutOneThingBeforeTheCameraAndNoneInIt() {
        Scene empty = field(List.of());
        int near = 0;
        for (long seed = 0; seed < 300; seed++) {
            Scene met = Encounters.meet(empty, 1, -2, 1.2, 0.7, seed);
            double closest = met.distance(1, -2, 1.2);
            assertTrue(closest > 0.2, "seed " + seed + ": " + closest + " m from the camera");
            assertTrue(closest < 4.5, "seed " + seed + ": " + closest + " m from the camera");
            near += closest < 1.5 ? 1 : 0;
            // Behind the camera's back, further than a companion stands aside, there is nothing.
            double behind = met.distance(1 - 6 * Math.cos(0.7), -2 - 6 * Math.sin(0.7), 1.2);
            assertTrue(behind > 3, "seed " + seed + ": " + behind + " m from a place behind");
            assertEquals(
                    met.primitives(), Encounters.meet(empty, 1, -2, 1.2, 0.7, seed).primitives());
        }
        assertTrue(near > 90 && near < 230, near + " of 300 nearer than 1.5 m");
    }

    @Test
    void shouldMeetPeopleAndThinThings() {
        Scene empty = field(List.of());
        int many = 0;
        int thin = 0;
        for (long seed = 0; seed < 300; seed++) {
            List<Primitive> things = Encounters.meet(empty, 0, 0, 1, 0, seed).primitives();
            // A person has eleven solids or more; nothing thin has more than a few.
            many += things.size() >= 10 ? 1 : 0;
            thin += things.size() <= 2 ? 1 : 0;
        }
        assertTrue(many > 120, many + " of 300 with people");
        assertTrue(thin > 60, thin + " of 300 of one or two solids");
    }

    @Test
    void shouldLeaveASceneWithoutRoomAsItIs() {
        Material wall = Material.plain(0.5);
        Scene cell =
                field(
                        List.of(
                                new Primitive(Box.of(0.5, 0, 1, 0.1, 3, 1, 0), wall, true),
                                new Primitive(Box.of(-0.5, 0, 1, 0.1, 3, 1, 0), wall, true)));
        for (long seed = 0; seed < 50; seed++) {
            Scene met = Encounters.meet(cell, 0, 0, 1, 0, seed);
            double closest = met.distance(0, 0, 1);
            assertTrue(closest > 0.2, "seed " + seed + ": " + closest + " m from the camera");
        }
        Scene solid = field(List.of(new Primitive(Box.of(0, 0, 1, 5, 5, 1, 0), wall, true)));
        assertSame(solid, Encounters.meet(solid, 0, 0, 1, 0, 3));
    }
}
