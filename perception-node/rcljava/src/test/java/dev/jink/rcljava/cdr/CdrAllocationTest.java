package dev.jink.rcljava.cdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.management.ThreadMXBean;

import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.Samples;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sensor_msgs.msg.Image;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;

class CdrAllocationTest {
    private static final int MESSAGES = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final MemorySegment payload = Arena.ofAuto().allocate(1 << 20);
    private final CdrReader reader = new CdrReader();
    private final CdrWriter writer = new CdrWriter(payload);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image",
                "TwistStamped",
                "Odometry",
                "LaserScan",
                "CameraInfo",
                "DiagnosticArray",
                "OffboardControlMode",
                "TrajectorySetpoint",
                "ObstacleDistance",
                "VehicleOdometry"
            })
    void shouldAllocateNothingPerMessage(String type) throws ReflectiveOperationException {
        WireMessage sent = sample(type);
        WireMessage got = sent.getClass().getDeclaredConstructor().newInstance();
        if (got instanceof Image image) {
            image.setData(OffHeapBytes.allocate(640 * 480));
        }
        long fewest = Long.MAX_VALUE;
        // The first rounds warm up; a compiler that exchanges code may cost a few bytes once.
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(sent, got);
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, fewest, "bytes over " + MESSAGES + " messages");
        assertEquals(sent, got);
    }

    private void run(WireMessage sent, WireMessage got) {
        for (int i = 0; i < MESSAGES; i++) {
            sent.encode(writer.over(payload));
            got.decode(reader.over(payload, writer.lengthBytes()));
            assertNull(reader.refusal());
        }
    }

    private static WireMessage sample(String type) {
        WireMessage sample =
                new Samples(11)
                        .all().stream()
                                .filter(one -> one.getClass().getSimpleName().equals(type))
                                .findFirst()
                                .orElseThrow();
        switch (sample) {
            case Image image -> {
                image.setData(new byte[640 * 480]).setEncoding("mono8");
                image.getHeader().setFrameId("camera");
            }
            case geometry_msgs.msg.TwistStamped twist -> twist.getHeader().setFrameId("base_link");
            case nav_msgs.msg.Odometry odometry -> {
                odometry.getHeader().setFrameId("odom");
                odometry.setChildFrameId("base_link");
            }
            case sensor_msgs.msg.LaserScan scan -> scan.getHeader().setFrameId("base_link");
            case sensor_msgs.msg.CameraInfo info -> {
                info.setDistortionModel("plumb_bob").getHeader().setFrameId("camera");
            }
            case diagnostic_msgs.msg.DiagnosticArray array -> {
                array.getHeader().setFrameId("");
                array.getStatus()
                        .forEach(
                                one -> {
                                    one.setName("jink").setMessage("ok").setHardwareId("cpu");
                                    one.getValues().forEach(v -> v.setKey("age").setValue("3 ms"));
                                });
            }
            case px4_msgs.msg.OffboardControlMode mode -> {}
            case px4_msgs.msg.TrajectorySetpoint setpoint -> {}
            case px4_msgs.msg.ObstacleDistance distances -> {}
            case px4_msgs.msg.VehicleOdometry odometry -> {}
            default -> throw new IllegalArgumentException(type);
        }
        return sample;
    }
}
