package dev.jink.launch.ros;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.OffHeapBytes;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

/** A drone on DDS, as mount-flight and delay watch it. */
final class TopicFlightTest {
    /** Of this process alone, whoever else flies on this machine. */
    private static final String NAME = "/flight_test_" + ProcessHandle.current().pid();

    @Test
    void shouldHandOverPicturesAndOdometryWithTheirTimes() throws Exception {
        try (TopicFlight flight = new TopicFlight(NAME + "_image", NAME + "_odometry")) {
            Node node = RCLJava.createNode("test_drone");
            QoSProfile qos = QoSProfile.sensorData();
            Publisher<Image> camera = node.createPublisher(Image.class, NAME + "_image", qos);
            Publisher<Odometry> state =
                    node.createPublisher(Odometry.class, NAME + "_odometry", qos);
            Image image = new Image().setWidth(4).setHeight(2).setEncoding("mono8").setStep(4);
            ((OffHeapBytes) image.getData()).reserve(8).resize(8);
            image.getHeader().getStamp().setSec(1000).setNanosec(250_000_000);
            Odometry odometry = new Odometry();
            odometry.getTwist().getTwist().getLinear().setX(1).setY(2).setZ(3);
            odometry.getTwist().getTwist().getAngular().setX(4).setY(5).setZ(6);
            TopicPictures.Taken got = null;
            double before = Seconds.now();
            for (int i = 0; i < 200 && (got == null || flight.odometry().size() < 3); i++) {
                // Every stamp twice: what repeats says nothing new.
                odometry.getHeader().getStamp().setSec(2000 + i / 2);
                state.publish(odometry);
                camera.publish(image);
                TopicPictures.Taken next = flight.next(100_000_000);
                got = next == null ? got : next;
            }
            assertEquals(1000.25, got.stampS());
            assertTrue(got.arrivalS() >= before && got.arrivalS() <= Seconds.now());
            double[] first = flight.odometry().get(0);
            double[] second = flight.odometry().get(1);
            assertArrayEquals(new double[] {first[0], 1, 2, 3, 4, 5, 6}, first);
            assertTrue(second[0] > first[0], second[0] + " after " + first[0]);
            assertEquals(Seconds.now() - 2000, flight.odometryBehindS(), 200);
        }
    }
}
