package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.jink.calibration.Mount;
import dev.jink.perception.Eye;
import dev.jink.perception.Links;
import dev.jink.perception.Perception;
import dev.jink.perception.PipelineSettings;
import dev.jink.perception.TestClock;
import dev.jink.perception.TestModel;
import dev.jink.perception.avoid.PlannerSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sensor_msgs.msg.CameraInfo;

import java.util.ArrayList;
import java.util.List;

class CameraInfoAdapterTest {
    private final List<String> lines = new ArrayList<>();
    private final Perception perception =
            new Perception(
                    PipelineSettings.of(
                            50, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults()),
                    TestModel.constant(-6),
                    Links.of(command -> {}, command -> {}),
                    new TestClock(0),
                    (command, sectors, distrust) -> {},
                    fault -> {
                        throw new AssertionError(fault);
                    });
    private final CameraInfoAdapter adapter = new CameraInfoAdapter(perception, "", lines::add);

    @AfterEach
    void close() {
        perception.close();
    }

    private static CameraInfo info(double fx) {
        return new CameraInfo()
                .setWidth(320)
                .setHeight(240)
                .setDistortionModel("plumb_bob")
                .setD(new double[5])
                .setK(new double[] {fx, 0, 159.5, 0, 160, 119.5, 0, 0, 1});
    }

    @Test
    void shouldMakeNoNewEyeWhenTheSameCalibrationComesAgainAfterASpoiltOne() {
        adapter.accept(info(160));
        Eye first = perception.eye();
        assertNotNull(first);
        for (int i = 1; i <= 20; i++) {
            adapter.accept(info(-i));
            adapter.accept(info(160));
            assertSame(first, perception.eye());
        }
        assertEquals(41, lines.size(), "each change is told");
        assertEquals("camera_info: 320x240, fx 160.0, fy 160.0, plumb_bob", lines.getLast());
    }

    @Test
    void shouldLookThroughANewCalibration() {
        adapter.accept(info(160));
        Eye first = perception.eye();
        adapter.accept(info(170));
        assertNotSame(first, perception.eye());
        assertEquals(170, perception.eye().camera().fx());
        adapter.accept(info(170));
        assertEquals(2, lines.size());
    }
}
