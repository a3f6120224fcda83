package dev.jink.perception.ros;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.Mount;
import dev.jink.perception.Eye;
import dev.jink.perception.Links;
import dev.jink.perception.Perception;
import dev.jink.perception.PipelineSettings;
import dev.jink.perception.TestModel;
import dev.jink.perception.WarmUp;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.control.mavlink.InboxFuzz;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.FrameLimits;
import dev.jink.perception.latency.AllocationMeter;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.rcljava.graph.ParameterWords;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import px4_msgs.msg.VehicleOdometry;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every decoder of the node behind one door for the fuzzer: the first byte picks it, the others are
 * its input, as they would come off the wire or the disk, and go as far as the path's own objects.
 * Nothing may be thrown that the node does not answer in one line.
 */
public final class DecoderFuzz {
    private static final NanoClock CLOCK = NanoClock.SYSTEM;
    private static final EpochClock EPOCH = new EpochClock(CLOCK);
    private static final PipelineSettings SETTINGS =
            PipelineSettings.of(50, 10, 640, 480, Mount.FORWARD, PlannerSettings.defaults());
    private static final Perception NODE =
            new Perception(
                    SETTINGS,
                    TestModel.detector(),
                    Links.of(command -> {}, command -> {}),
                    CLOCK,
                    (command, sectors, distrust) -> {},
                    fault -> {
                        throw new AssertionError("fault on the path", fault);
                    });
    private static final FlightAdapter FLIGHT = new FlightAdapter(NODE.flight(), CLOCK);
    private static final Path FILE = temporary();
    private static final CdrReader CDR = new CdrReader();

    /** In the order of the first byte. */
    static final List<Consumer<byte[]>> DECODERS = decoders();

    private DecoderFuzz() {}

    private static List<Consumer<byte[]>> decoders() {
        FrameLimits limits = SETTINGS.limits();
        Image image = new Image();
        CompressedImage compressed = new CompressedImage();
        image.reserve();
        compressed.reserve();
        NODE.look(Eye.of(WarmUp.anyCamera(), Mount.FORWARD, NODE.detector()));
        ImageAdapter images = new ImageAdapter(NODE.door(), CLOCK, EPOCH, new AllocationMeter());
        CameraInfoAdapter infos = new CameraInfoAdapter(NODE, "", line -> {});
        CompressedImageAdapter pictures =
                new CompressedImageAdapter(NODE.door(), limits, CLOCK, EPOCH);
        Px4OdometryAdapter px4 = new Px4OdometryAdapter(NODE.flight(), CLOCK);
        Odometry odometry = new Odometry();
        VehicleOdometry vehicle = new VehicleOdometry();
        TwistStamped twist = new TwistStamped();
        CameraInfo info = new CameraInfo();
        return List.of(
                bytes -> decode(bytes, image, () -> images.accept(image)),
                bytes -> decode(bytes, info, () -> infos.accept(info)),
                bytes -> decode(bytes, odometry, () -> FLIGHT.odometry(odometry)),
                bytes -> decode(bytes, vehicle, () -> px4.accept(vehicle)),
                bytes -> decode(bytes, twist, () -> FLIGHT.wanted(twist)),
                bytes -> decode(bytes, compressed, () -> pictures.accept(compressed)),
                bytes -> ParameterWords.assignment(text(bytes)),
                bytes -> ParameterWords.file(write(bytes)),
                bytes -> {
                    try {
                        CameraInfoYaml.read(write(bytes));
                    } catch (CalibrationException e) {
                        requireWords(e);
                    }
                },
                InboxFuzz::unsigned,
                InboxFuzz::signed);
    }

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            DECODERS.get((input[0] & 0xFF) % DECODERS.size())
                    .accept(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    private static void decode(byte[] bytes, WireMessage message, Runnable use) {
        message.decode(CDR.over(MemorySegment.ofArray(bytes), bytes.length));
        if (CDR.refusal() == null) {
            use.run();
        }
    }

    private static void requireWords(CalibrationException e) {
        if (!e.getMessage().startsWith(FILE.toString())) {
            throw new AssertionError("a refusal that does not name its file", e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Path write(byte[] bytes) {
        try {
            return Files.write(FILE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("jink-fuzz", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
