package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import sensor_msgs.msg.CameraInfo;

import java.util.Arrays;
import java.util.List;

/** One field in the forms that the three rcljavas give it. */
class SequenceTest {
    /** As osrf's fork would make it. */
    public static final class Arrayed {
        public double[] getD() {
            return new double[] {1, 2.5};
        }

        public float[] getQ() {
            return new float[] {3, 4.5f};
        }
    }

    /** As upstream would. */
    public static final class Listed {
        public List<Double> getD() {
            return Arrays.asList(1.0, 2.5);
        }

        public List<Float> getQ() {
            return Arrays.asList(3f, 4.5f);
        }
    }

    private static <M> double[] read(Class<M> type, M message, String getter) {
        Object values = Sequence.of(type, getter).in(message);
        double[] copy = new double[Sequence.size(values)];
        Sequence.copy(values, copy);
        return copy;
    }

    @Test
    void shouldReadListsAndArraysAlike() {
        assertArrayEquals(new double[] {1, 2.5}, read(Arrayed.class, new Arrayed(), "getD"));
        assertArrayEquals(new double[] {3, 4.5}, read(Arrayed.class, new Arrayed(), "getQ"));
        assertArrayEquals(new double[] {1, 2.5}, read(Listed.class, new Listed(), "getD"));
        assertArrayEquals(new double[] {3, 4.5}, read(Listed.class, new Listed(), "getQ"));
        CameraInfo ours = new CameraInfo().setD(List.of(0.1, 1e-300));
        assertArrayEquals(new double[] {0.1, 1e-300}, read(CameraInfo.class, ours, "getD"));
    }

    @Test
    void shouldSayWhichGetterAMessageLacks() {
        assertEquals(
                "sensor_msgs.msg.CameraInfo has no getDistortion: got another version of the"
                        + " message, wanted the one of ROS 2",
                assertThrows(
                                IllegalStateException.class,
                                () -> Sequence.of(CameraInfo.class, "getDistortion"))
                        .getMessage());
    }
}
