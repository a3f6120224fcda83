package dev.jink.rcljava;

import builtin_interfaces.msg.Time;

import dev.jink.rcljava.cdr.WireMessage;

import diagnostic_msgs.msg.DiagnosticArray;
import diagnostic_msgs.msg.DiagnosticStatus;
import diagnostic_msgs.msg.KeyValue;

import geometry_msgs.msg.Pose;
import geometry_msgs.msg.PoseStamped;
import geometry_msgs.msg.TransformStamped;
import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;

import lifecycle_msgs.msg.State;
import lifecycle_msgs.msg.Transition;
import lifecycle_msgs.msg.TransitionDescription;
import lifecycle_msgs.msg.TransitionEvent;
import lifecycle_msgs.srv.GetAvailableTransitions_Response;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.parameters.ParameterVariant;

import px4_msgs.msg.ObstacleDistance;
import px4_msgs.msg.OffboardControlMode;
import px4_msgs.msg.TrajectorySetpoint;
import px4_msgs.msg.VehicleOdometry;

import rcl_interfaces.msg.FloatingPointRange;
import rcl_interfaces.msg.IntegerRange;
import rcl_interfaces.msg.Log;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.ParameterEvent;
import rcl_interfaces.srv.DescribeParameters_Response;

import rmw_dds_common.msg.Gid;
import rmw_dds_common.msg.NodeEntitiesInfo;
import rmw_dds_common.msg.ParticipantEntitiesInfo;

import rosgraph_msgs.msg.Clock;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;
import sensor_msgs.msg.LaserScan;

import std_msgs.msg.Header;

import tf2_msgs.msg.TFMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One message of every class that goes over the wire, filled from a seed. */
public final class Samples {
    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    /** All of them. */
    public List<WireMessage> all() {
        return List.of(
                header(),
                new std_msgs.msg.String().setData(text()),
                new Clock().setClock(time()),
                twistStamped(),
                new PoseStamped().setHeader(header()).setPose(pose()),
                odometry(),
                image(),
                compressedImage(),
                cameraInfo(),
                laserScan(),
                diagnostics(),
                transforms(),
                participantEntities(),
                offboardControlMode(),
                trajectorySetpoint(),
                obstacleDistance(),
                vehicleOdometry(),
                transitionEvent(),
                transitions(),
                parameterEvent(),
                descriptors(),
                log(),
                new MarkerSamples(random).array());
    }

    private TransitionEvent transitionEvent() {
        return new TransitionEvent()
                .setTimestamp(random.nextLong())
                .setTransition(new Transition().setId((byte) random.nextInt()).setLabel(text()))
                .setStartState(state())
                .setGoalState(state());
    }

    private GetAvailableTransitions_Response transitions() {
        return new GetAvailableTransitions_Response()
                .setAvailableTransitions(
                        List.of(
                                new TransitionDescription().setGoalState(state()),
                                new TransitionDescription().setStartState(state())));
    }

    private State state() {
        return new State().setId((byte) random.nextInt()).setLabel(text());
    }

    private ParameterEvent parameterEvent() {
        return new ParameterEvent()
                .setStamp(time())
                .setNode(text())
                .setNewParameters(
                        List.of(
                                new ParameterVariant(text(), random.nextBoolean()).toParameter(),
                                new ParameterVariant(text(), random.nextLong()).toParameter()))
                .setChangedParameters(
                        List.of(
                                new ParameterVariant(text(), random.nextDouble()).toParameter(),
                                new ParameterVariant(text(), text()).toParameter(),
                                new ParameterVariant(text(), new String[] {text(), text()})
                                        .toParameter(),
                                new ParameterVariant(text(), new Byte[] {1, -2, 3}).toParameter()))
                .setDeletedParameters(
                        List.of(
                                new ParameterVariant(text(), new Boolean[] {true, false})
                                        .toParameter(),
                                new ParameterVariant(text(), new Long[] {random.nextLong()})
                                        .toParameter(),
                                new ParameterVariant(text(), new Double[] {1.5, -2.0})
                                        .toParameter()));
    }

    private DescribeParameters_Response descriptors() {
        return new DescribeParameters_Response()
                .setDescriptors(
                        List.of(
                                new ParameterDescriptor()
                                        .setName(text())
                                        .setDescription(text())
                                        .setReadOnly(true)
                                        .setIntegerRange(
                                                List.of(
                                                        new IntegerRange()
                                                                .setToValue(random.nextLong()))),
                                new ParameterDescriptor()
                                        .setType((byte) 3)
                                        .setFloatingPointRange(
                                                List.of(new FloatingPointRange().setStep(0.5)))));
    }

    private Log log() {
        return new Log()
                .setStamp(time())
                .setLevel(Log.WARN)
                .setName(text())
                .setMsg(text())
                .setFile(text())
                .setFunction(text())
                .setLine(random.nextInt());
    }

    public OffboardControlMode offboardControlMode() {
        return new OffboardControlMode()
                .setTimestamp(random.nextLong())
                .setPosition(random.nextBoolean())
                .setVelocity(random.nextBoolean())
                .setAcceleration(random.nextBoolean())
                .setAttitude(random.nextBoolean())
                .setBodyRate(random.nextBoolean())
                .setThrustAndTorque(random.nextBoolean())
                .setDirectActuator(random.nextBoolean());
    }

    public TrajectorySetpoint trajectorySetpoint() {
        return new TrajectorySetpoint()
                .setTimestamp(random.nextLong())
                .setPosition(new float[] {Float.NaN, Float.NaN, Float.NaN})
                .setVelocity(floats(3))
                .setAcceleration(floats(3))
                .setJerk(floats(3))
                .setYaw(Float.NaN)
                .setYawspeed(random.nextFloat());
    }

    public ObstacleDistance obstacleDistance() {
        short[] distances = new short[72];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (short) random.nextInt();
        }
        return new ObstacleDistance()
                .setTimestamp(random.nextLong())
                .setFrame((byte) random.nextInt())
                .setSensorType((byte) random.nextInt())
                .setDistances(distances)
                .setIncrement(random.nextFloat())
                .setMinDistance((short) random.nextInt())
                .setMaxDistance((short) random.nextInt())
                .setAngleOffset(random.nextFloat());
    }

    public VehicleOdometry vehicleOdometry() {
        return new VehicleOdometry()
                .setTimestamp(random.nextLong())
                .setTimestampSample(random.nextLong())
                .setPoseFrame((byte) random.nextInt())
                .setPosition(floats(3))
                .setQ(floats(4))
                .setVelocityFrame((byte) random.nextInt())
                .setVelocity(floats(3))
                .setAngularVelocity(floats(3))
                .setPositionVariance(floats(3))
                .setOrientationVariance(floats(3))
                .setVelocityVariance(floats(3))
                .setResetCounter((byte) random.nextInt())
                .setQuality((byte) random.nextInt());
    }

    public Time time() {
        return new Time().setSec(random.nextInt()).setNanosec(random.nextInt());
    }

    public Header header() {
        return new Header().setStamp(time()).setFrameId(text());
    }

    public TwistStamped twistStamped() {
        return new TwistStamped().setHeader(header()).setTwist(twist());
    }

    public Odometry odometry() {
        Odometry odometry = new Odometry().setHeader(header()).setChildFrameId(text());
        odometry.getPose().setPose(pose()).setCovariance(random.doubles(36).toArray());
        odometry.getTwist().setTwist(twist()).setCovariance(random.doubles(36).toArray());
        return odometry;
    }

    public Image image() {
        return new Image()
                .setHeader(header())
                .setHeight(random.nextInt())
                .setWidth(random.nextInt())
                .setEncoding(text())
                .setIsBigendian((byte) random.nextInt())
                .setStep(random.nextInt())
                .setData(bytes(random.nextInt(200)));
    }

    public CompressedImage compressedImage() {
        return new CompressedImage()
                .setHeader(header())
                .setFormat(text())
                .setData(bytes(random.nextInt(200)));
    }

    public CameraInfo cameraInfo() {
        CameraInfo info =
                new CameraInfo()
                        .setHeader(header())
                        .setHeight(random.nextInt())
                        .setWidth(random.nextInt())
                        .setDistortionModel(text())
                        .setD(random.doubles(random.nextInt(9)).toArray())
                        .setK(random.doubles(9).toArray())
                        .setR(random.doubles(9).toArray())
                        .setP(random.doubles(12).toArray())
                        .setBinningX(random.nextInt())
                        .setBinningY(random.nextInt());
        info.getRoi()
                .setXOffset(random.nextInt())
                .setYOffset(random.nextInt())
                .setHeight(random.nextInt())
                .setWidth(random.nextInt())
                .setDoRectify(random.nextBoolean());
        return info;
    }

    public LaserScan laserScan() {
        return new LaserScan()
                .setHeader(header())
                .setAngleMin(random.nextFloat())
                .setAngleMax(random.nextFloat())
                .setAngleIncrement(random.nextFloat())
                .setTimeIncrement(random.nextFloat())
                .setScanTime(random.nextFloat())
                .setRangeMin(random.nextFloat())
                .setRangeMax(random.nextFloat())
                .setRanges(floats(72))
                .setIntensities(floats(random.nextInt(3)));
    }

    public DiagnosticArray diagnostics() {
        List<DiagnosticStatus> states = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<KeyValue> values = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                values.add(new KeyValue().setKey(text()).setValue(text()));
            }
            states.add(
                    new DiagnosticStatus()
                            .setLevel((byte) random.nextInt(4))
                            .setName(text())
                            .setMessage(text())
                            .setHardwareId(text())
                            .setValues(values));
        }
        return new DiagnosticArray().setHeader(header()).setStatus(states);
    }

    public TFMessage transforms() {
        List<TransformStamped> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            TransformStamped one =
                    new TransformStamped().setHeader(header()).setChildFrameId(text());
            one.getTransform().getTranslation().setX(real()).setY(real()).setZ(real());
            one.getTransform().getRotation().setX(real()).setY(real()).setZ(real()).setW(real());
            all.add(one);
        }
        return new TFMessage().setTransforms(all);
    }

    private ParticipantEntitiesInfo participantEntities() {
        return new ParticipantEntitiesInfo()
                .setGid(gid())
                .setNodeEntitiesInfoSeq(
                        List.of(
                                new NodeEntitiesInfo()
                                        .setNodeNamespace("/")
                                        .setNodeName(text())
                                        .setReaderGidSeq(List.of(gid(), gid()))
                                        .setWriterGidSeq(List.of(gid()))));
    }

    private Gid gid() {
        return new Gid().setData(bytes(16));
    }

    private Pose pose() {
        Pose pose = new Pose();
        pose.getPosition().setX(real()).setY(real()).setZ(real());
        pose.getOrientation().setX(real()).setY(real()).setZ(real()).setW(real());
        return pose;
    }

    private Twist twist() {
        Twist twist = new Twist();
        twist.getLinear().setX(real()).setY(real()).setZ(real());
        twist.getAngular().setX(real()).setY(real()).setZ(real());
        return twist;
    }

    private double real() {
        return random.nextGaussian();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private float[] floats(int length) {
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = i == 0 ? Float.POSITIVE_INFINITY : random.nextFloat();
        }
        return floats;
    }

    /** Of awkward lengths, with letters beyond ASCII now and then. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.append(random.nextInt(20) == 0 ? 'é' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
