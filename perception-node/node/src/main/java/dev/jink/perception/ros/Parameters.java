package dev.jink.perception.ros;

import dev.jink.calibration.Mount;
import dev.jink.perception.PipelineSettings;
import dev.jink.perception.PipelineSettings.HealthSettings;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.control.ControllerKind;
import dev.jink.perception.control.mavlink.Endpoint;
import dev.jink.perception.control.mavlink.MavlinkKey;
import dev.jink.perception.sight.ModelTrust;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.IntegerRange;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.SetParametersResult;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The node's parameters: each with its type, default, range and description, in one table. What
 * safety hangs on is read-only. In flight the drone can be made slower and calmer, and faster again
 * up to the speed it was started with.
 */
final class Parameters {
    private static final PlannerSettings PLANNER = PlannerSettings.defaults();
    private static final double SECOND = 1e9;
    private static final String SPEED = "max_speed";

    private final Node node;
    private final Map<String, Double> planner = new HashMap<>();
    private final List<ParameterDeclaration> declared = new ArrayList<>();

    private Parameters(Node node) {
        this.node = node;
    }

    /**
     * Declares all parameters.
     *
     * @throws RuntimeException in one line, when a value from outside has the wrong type or range
     */
    static Parameters declareOn(Node node) {
        Parameters p = new Parameters(node);
        p.flag("autostart", true, "configure and activate by itself; false = wait to be told");
        p.flag("use_sim_time", false, "stamps and ages by /clock; the deadline is real time");
        p.text("model", "", "model file; empty = sight.jink in the folder -Djink.models names");
        p.text("model_sha256", "", "the only model that may fly, 64 hex digits; empty = any");
        p.text("model_public_key", "", "PEM file: only models signed by its owner fly");
        p.text("model_signature", "", "signature file; empty = the model's name and .sig");
        p.text("controller", "twist", "what flies: twist, px4, ardupilot, mavros or mavlink");
        p.number("keep_alive_s", 0.5, 0.1, 1, "px4: a good decision keeps it in offboard mode, s");
        p.text("ardupilot_frame", "base_link", "ardupilot: frame_id of commands, or map");
        p.text("mavlink_endpoint", "", "mavlink: HOST:PORT of the controller; :PORT = here");
        p.whole("mavlink_local_port", 0, 0, 65535, "mavlink: our own UDP port; 0 = any");
        p.text("mavlink_key_file", "", "mavlink: 32 bytes to sign with; empty = unsigned");
        p.whole("mavlink_target_system", 1, 1, 255, "mavlink: system id of the vehicle");
        p.text("image_transport", "raw", "raw = image_raw, compressed = image_raw/compressed");
        p.text("camera_info_file", "", "calibration file; empty = the topic camera_info");
        p.text("base_frame", "base_link", "frame_id of cmd_vel and obstacles");
        p.text("camera_frame", "camera_optical_frame", "its mount's tf; empty = publish none");
        p.number("budget_ms", 50, 5, 1000, "from arrival and header stamp to the command, ms");
        p.number("guard_margin_ms", 10, 0.5, 500, "the guard brakes this long before that, ms");
        p.whole("max_width", 1920, 16, 8192, "largest image width, pixels");
        p.whole("max_height", 1080, 16, 8192, "largest image height, pixels");
        p.number("mount_roll", 0, -Math.PI, Math.PI, "camera in the body FLU: roll, rad");
        p.number("mount_pitch", 0, -Math.PI, Math.PI, "camera in the body FLU: nose down, rad");
        p.number("mount_yaw", 0, -Math.PI, Math.PI, "camera in the body FLU: left, rad");
        p.number("mount_x", 0, -10, 10, "camera in the body FLU: forward, m");
        p.number("mount_y", 0, -10, 10, "camera in the body FLU: left, m");
        p.number("mount_z", 0, -10, 10, "camera in the body FLU: up, m");
        p.flag("require_odometry", true, "without fresh odometry slow down and stop");
        p.number("odometry_timeout_s", 0.5, 0.05, 10, "older odometry is stale, s");
        p.number("wanted_timeout_s", 1, 0.1, 10, "an older cmd_vel_in counts as zero, s");
        p.number("silence_s", 0.5, 0.1, 10, "brake when no image came for this long, s");
        p.number("warm_up_s", 15, 0, 120, "longest warm-up before the node is active, s");
        p.flag("realtime", true, "ask for SCHED_FIFO for path and guard");
        p.fixed("radius_m", PLANNER.radiusM(), 0.05, 5, "the drone's radius, m");
        p.fixed("margin_m", PLANNER.marginM(), 0, 5, "kept free around the radius, m");
        p.flown("max_speed", PLANNER.maxSpeed(), 0.1, 20, "highest speed commanded, m/s");
        p.flown("max_accel", PLANNER.maxAccel(), 0.5, 20, "how fast commands change, m/s^2");
        p.fixed("max_decel", PLANNER.maxDecel(), 0.5, 20, "how hard the drone brakes, m/s^2");
        p.fixed("reaction_s", PLANNER.reactionSeconds(), 0, 2, "light to the drone's answer, s");
        p.fixed("stop_margin_m", PLANNER.stopMarginM(), 0, 5, "left free when stopping, m");
        p.flown("max_yaw_rate", PLANNER.maxYawRate(), 0.1, 6, "highest yaw rate, rad/s");
        p.fixed("max_off_axis", PLANNER.maxOffAxis(), 0.1, 0.8, "flight beside the look, rad");
        p.fixed("max_climb", PLANNER.maxClimb(), 0, 0.6, "steepest evasion, rad");
        p.fixed("min_height_m", PLANNER.minHeightM(), -1000, 1000, "no evasion below, m");
        p.fixed("unknown_range_m", PLANNER.unknownRangeM(), 0.3, 6, "unknown cells count as, m");
        p.fixed("max_unknown_share", PLANNER.maxUnknownShare(), 0, 1, "more unknown: stop");
        p.fixed("min_confidence", PLANNER.minConfidence(), 0, 1, "less is unknown");
        p.fixed("memory_s", PLANNER.memorySeconds(), 0, 30, "things out of sight remembered, s");
        return p;
    }

    /** Whether the node is to configure and activate itself. */
    boolean isAutostart() {
        return node.getParameter("autostart").asBool();
    }

    /** Whether stamps are of a simulated time. */
    boolean isSimulatedTime() {
        return node.getParameter("use_sim_time").asBool();
    }

    /** What was declared, in that order. */
    List<ParameterDeclaration> declared() {
        return List.copyOf(declared);
    }

    /**
     * The values, checked against each other.
     *
     * @throws IllegalArgumentException in one line: what, got, wanted
     */
    NodeSettings settings() {
        PipelineSettings pipeline =
                PipelineSettings.of(
                        number("budget_ms"),
                        number("guard_margin_ms"),
                        (int) node.getParameter("max_width").asInt(),
                        (int) node.getParameter("max_height").asInt(),
                        new Mount(
                                number("mount_roll"),
                                number("mount_pitch"),
                                number("mount_yaw"),
                                number("mount_x"),
                                number("mount_y"),
                                number("mount_z")),
                        plannerSettings(planner));
        HealthSettings health =
                pipeline.health()
                        .withOdometry(
                                node.getParameter("require_odometry").asBool(),
                                nanos("odometry_timeout_s"))
                        .withTimeouts(nanos("wanted_timeout_s"), nanos("silence_s"));
        return new NodeSettings(
                modelFile(),
                trust(),
                controller(),
                isCompressed(text("image_transport")),
                file("camera_info_file"),
                text("base_frame"),
                text("camera_frame"),
                nanos("warm_up_s"),
                node.getParameter("realtime").asBool(),
                isSimulatedTime()
                        ? pipeline.with(health).withSimulatedStamps()
                        : pipeline.with(health));
    }

    /**
     * Tells of every change of the planner's parameters in flight, on the thread that sets them.
     */
    void onPlanner(Consumer<PlannerSettings> changed) {
        double startedWith = planner.get(SPEED);
        node.addOnSetParametersCallback(
                several -> {
                    Map<String, Double> next = new HashMap<>(planner);
                    for (ParameterVariant one : several) {
                        if (next.containsKey(one.getName())) {
                            next.put(one.getName(), one.asDouble());
                        }
                    }
                    if (next.get(SPEED) > startedWith) {
                        return new SetParametersResult()
                                .setSuccessful(false)
                                .setReason(
                                        "parameter '%s': got %s, wanted at most the %s it was started with: more is for a new start"
                                                .formatted(SPEED, next.get(SPEED), startedWith));
                    }
                    try {
                        changed.accept(plannerSettings(next));
                    } catch (IllegalArgumentException e) {
                        return new SetParametersResult()
                                .setSuccessful(false)
                                .setReason(e.getMessage());
                    }
                    planner.putAll(next);
                    return new SetParametersResult().setSuccessful(true);
                });
    }

    private static PlannerSettings plannerSettings(Map<String, Double> v) {
        return new PlannerSettings(
                v.get("radius_m"),
                v.get("margin_m"),
                v.get("max_speed"),
                v.get("max_accel"),
                v.get("max_decel"),
                v.get("reaction_s"),
                v.get("stop_margin_m"),
                v.get("max_yaw_rate"),
                v.get("max_off_axis"),
                v.get("max_climb"),
                v.get("min_height_m"),
                v.get("unknown_range_m"),
                v.get("max_unknown_share"),
                v.get("min_confidence"),
                v.get("memory_s"));
    }

    private Path modelFile() {
        String model = text("model");
        String folder = System.getProperty("jink.models");
        if (model.isEmpty() && folder == null) {
            throw new IllegalArgumentException(
                    "parameter model: got nothing, wanted a model file: set -p model:=FILE, or"
                            + " start with -Djink.models=FOLDER that holds sight.jink");
        }
        return model.isEmpty() ? Path.of(folder, "sight.jink") : Path.of(model);
    }

    private ModelTrust trust() {
        return new ModelTrust(
                text("model_sha256"), file("model_public_key"), file("model_signature"));
    }

    private ControllerSettings controller() {
        ControllerKind kind = ControllerKind.of(text("controller"));
        String frame = text("ardupilot_frame");
        if (!frame.equals("base_link") && !frame.equals("map")) {
            throw new IllegalArgumentException(
                    "parameter ardupilot_frame: got '"
                            + frame
                            + "', wanted base_link or map: ArduPilot drops all others in silence");
        }
        return new ControllerSettings(
                kind,
                nanos("keep_alive_s"),
                frame,
                kind == ControllerKind.MAVLINK ? mavlink() : null);
    }

    private ControllerSettings.Mavlink mavlink() {
        String key = text("mavlink_key_file");
        return new ControllerSettings.Mavlink(
                Endpoint.of(text("mavlink_endpoint")),
                (int) node.getParameter("mavlink_local_port").asInt(),
                key.isEmpty() ? null : MavlinkKey.read(Path.of(key)),
                (int) node.getParameter("mavlink_target_system").asInt());
    }

    private static boolean isCompressed(String transport) {
        return switch (transport) {
            case "raw" -> false;
            case "compressed" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "parameter image_transport: got '"
                                    + transport
                                    + "', wanted raw or compressed");
        };
    }

    /** Null = none is named. */
    private Path file(String name) {
        return text(name).isEmpty() ? null : Path.of(text(name));
    }

    private String text(String name) {
        return node.getParameter(name).asString();
    }

    private double number(String name) {
        return node.getParameter(name).asDouble();
    }

    private long nanos(String secondsName) {
        return Math.round(number(secondsName) * SECOND);
    }

    private void text(String name, String value, String description) {
        declared.add(ParameterDeclaration.of(name, value, description));
        node.declareParameter(
                new ParameterVariant(name, value), described(name, description, true));
    }

    private void flag(String name, boolean value, String description) {
        declared.add(ParameterDeclaration.of(name, value, description));
        // An official rcljava may have use_sim_time already, for its own clock.
        if (!node.hasParameter(name)) {
            node.declareParameter(
                    new ParameterVariant(name, value), described(name, description, true));
        }
    }

    private void whole(String name, long value, long least, long most, String description) {
        declared.add(new ParameterDeclaration(name, value, least, most, description, true));
        ParameterDescriptor descriptor = described(name, description, true);
        descriptor.setIntegerRange(
                List.of(new IntegerRange().setFromValue(least).setToValue(most)));
        node.declareParameter(new ParameterVariant(name, value), descriptor);
    }

    private void number(String name, double value, double least, double most, String description) {
        declared.add(new ParameterDeclaration(name, value, least, most, description, true));
        node.declareParameter(
                new ParameterVariant(name, value),
                ranged(described(name, description, true), least, most));
    }

    /** A parameter of the planner that safety does not hang on: live. */
    private void flown(String name, double value, double least, double most, String description) {
        declared.add(new ParameterDeclaration(name, value, least, most, description, false));
        planned(name, value, ranged(described(name, description, false), least, most));
    }

    /** A parameter of the planner that safety hangs on: read-only. */
    private void fixed(String name, double value, double least, double most, String description) {
        declared.add(new ParameterDeclaration(name, value, least, most, description, true));
        planned(name, value, ranged(described(name, description, true), least, most));
    }

    private void planned(String name, double value, ParameterDescriptor descriptor) {
        ParameterVariant given =
                node.declareParameter(new ParameterVariant(name, value), descriptor);
        planner.put(name, given.asDouble());
    }

    private static ParameterDescriptor described(String name, String text, boolean readOnly) {
        return new ParameterDescriptor().setName(name).setDescription(text).setReadOnly(readOnly);
    }

    private static ParameterDescriptor ranged(
            ParameterDescriptor descriptor, double least, double most) {
        return descriptor.setFloatingPointRange(
                List.of(new FloatingPointRange().setFromValue(least).setToValue(most)));
    }
}
