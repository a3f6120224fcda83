package dev.jink.launch.calibrate;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** The options that describe a flight: a recorded one, or one that is in the air. */
final class FlightOptions {
    @Mixin private CameraOptions camera;

    @Option(
            names = "--odometry",
            paramLabel = "FILE",
            description =
                    "of the recording: lines of time_s,vx,vy,vz,wx,wy,wz, velocity in m/s and turn"
                            + " rate in rad/s of the body, FLU")
    private Path odometry;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "pictures a second (default: the video's own)")
    private Double rateHz;

    @Option(
            names = "--begin",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "time of the first picture by the odometry's clock (default: ${DEFAULT-VALUE})")
    private double beginS;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "instead of --rate and --begin: one line a picture, its time in s")
    private Path times;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description =
                    "instead of SOURCE: a live sensor_msgs/Image topic, as in /camera/image_raw")
    private String topic;

    @Option(
            names = "--odometry-topic",
            paramLabel = "TOPIC",
            description = "with --topic: its nav_msgs/Odometry, as in /odom")
    private String odometryTopic;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "30",
            description = "topic: look for so long (default: ${DEFAULT-VALUE})")
    private double seconds;

    CameraOptions camera() {
        return camera;
    }

    /**
     * Reads or watches the flight.
     *
     * @param tracking how long things are followed
     * @param onArrival of a live flight: pictures' times are those of their arrival, not their
     *     headers' stamps
     */
    Flight flight(Function<CameraModel, FlowTracker> tracking, boolean onArrival)
            throws IOException, InterruptedException {
        boolean recorded = camera.source() != null;
        if (recorded ? topic != null || odometryTopic != null : topic == null) {
            throw new UsageException(
                    "got "
                            + (recorded ? "a folder or video and a topic" : "no source")
                            + ", wanted a folder of pictures or a video file, or --topic TOPIC");
        }
        if (recorded ? odometry == null : odometryTopic == null) {
            throw new UsageException(
                    "got no odometry, wanted "
                            + (recorded ? "--odometry FILE" : "--odometry-topic TOPIC"));
        }
        if (recorded) {
            if (rateHz != null && !(rateHz > 0)) {
                throw new UsageException("--rate: got " + rateHz + ", wanted more than 0 Hz");
            }
            return new RecordedFlight(
                            camera.source(), odometry, rateHz == null ? 0 : rateHz, beginS, times)
                    .read(camera.camera(), tracking);
        }
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new UsageException("--seconds: got " + seconds + ", wanted above 0 to 3600");
        }
        return new LiveFlight(topic, odometryTopic, seconds, onArrival)
                .watch(camera.camera(), tracking);
    }
}
