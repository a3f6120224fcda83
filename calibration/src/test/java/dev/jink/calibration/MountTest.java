package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class MountTest {
    private static DMatrix3 turned(DMatrix3x3 rotation, double x, double y, double z) {
        DMatrix3 out = new DMatrix3();
        CommonOps_DDF3.mult(rotation, new DMatrix3(x, y, z), out);
        return out;
    }

    private static void at(double x, double y, double z, DMatrix3 got) {
        assertEquals(x, got.a1, 1e-12);
        assertEquals(y, got.a2, 1e-12);
        assertEquals(z, got.a3, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0,1,0,0",
        "0,0,90,0,1,0", // Yaw left: the camera's forward is the body's left.
        "0,90,0,0,0,-1", // Pitch down: its forward is the body's down.
        "90,0,0,1,0,0", // Roll leaves forward where it is.
        "90,90,90,0,0,-1",
        "0,90,90,0,0,-1",
        "0,45,90,0,0.70710678118654752,-0.70710678118654752"
    })
    void shouldSayWhereTheCameraLooks(
            double roll, double pitch, double yaw, double x, double y, double z) {
        Mount mount =
                new Mount(
                        Math.toRadians(roll), Math.toRadians(pitch), Math.toRadians(yaw), 0, 0, 0);
        at(x, y, z, turned(mount.bodyFromCamera(), 1, 0, 0));
        at(0, 0, 1, turned(mount.opticalFromBody(), x, y, z));
    }

    @Test
    void shouldRollToTheRight() {
        Mount mount = new Mount(Math.PI / 2, 0, 0, 0, 0, 0);
        // A right-handed turn about forward: left goes up, up goes right.
        at(0, 0, 1, turned(mount.bodyFromCamera(), 0, 1, 0));
        at(0, -1, 0, turned(mount.bodyFromCamera(), 0, 0, 1));
    }

    @Test
    void shouldMakeOpticalAxesFromTheBodys() {
        DMatrix3x3 opticalFromBody = Mount.FORWARD.opticalFromBody();
        at(0, 0, 1, turned(opticalFromBody, 1, 0, 0));
        at(-1, 0, 0, turned(opticalFromBody, 0, 1, 0));
        at(0, -1, 0, turned(opticalFromBody, 0, 0, 1));
    }

    @Test
    void shouldTellTheOpticalFrameAsAQuaternion() {
        // What static_transform_publisher gives for a camera that looks ahead.
        assertArrayEquals(
                new double[] {-0.5, 0.5, -0.5, 0.5}, Mount.FORWARD.opticalOrientation(), 1e-15);
        Random random = new Random(11);
        for (int trial = 0; trial < 100; trial++) {
            Mount mount =
                    new Mount(
                            random.nextDouble(-Math.PI, Math.PI),
                            random.nextDouble(-Math.PI, Math.PI),
                            random.nextDouble(-Math.PI, Math.PI),
                            0,
                            0,
                            0);
            double[] q = mount.opticalOrientation();
            assertTrue(q[3] >= 0, "trial " + trial);
            DMatrix3x3 m = mount.opticalFromBody();
            // The matrix of q, transposed: row i of it is axis i of the optical frame in the body.
            double x = q[0];
            double y = q[1];
            double z = q[2];
            double w = q[3];
            double a = 1 - 2 * (y * y + z * z);
            double b = 1 - 2 * (x * x + z * z);
            double c = 1 - 2 * (x * x + y * y);
            at(a, 2 * (x * y + w * z), 2 * (x * z - w * y), new DMatrix3(m.a11, m.a12, m.a13));
            at(2 * (x * y - w * z), b, 2 * (y * z + w * x), new DMatrix3(m.a21, m.a22, m.a23));
            at(2 * (x * z + w * y), 2 * (y * z - w * x), c, new DMatrix3(m.a31, m.a32, m.a33));
        }
    }

    @Test
    void shouldRefuseNumbersThatAreNone() {
        assertEquals(
                "mount_pitch is NaN, wanted a finite number (radians, metres): correct the"
                        + " parameter",
                assertThrows(CalibrationException.class, () -> new Mount(0, Double.NaN, 0, 0, 0, 0))
                        .getMessage());
    }
}
