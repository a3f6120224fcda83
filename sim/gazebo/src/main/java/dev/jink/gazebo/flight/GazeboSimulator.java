package dev.jink.gazebo.flight;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.VirtualCamera;
import dev.jink.gazebo.link.Gazebo;
import dev.jink.gazebo.link.GazeboFolder;
import dev.jink.gazebo.link.State;
import dev.jink.gazebo.world.CameraRig;
import dev.jink.gazebo.world.WorldFolder;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.frame.Encoding;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.drone.Gusts;
import dev.jink.sim.trial.Simulator;
import dev.jink.sim.trial.Stage;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Flies trials in Gazebo Classic, one gzserver for each flight. Gazebo tells what is touched and what
 * is seen; the truth for the pilot with true depth and for the closest distance comes from the scene
 * that both worlds are made of. One thread.
 */
final class GazeboSimulator implements Simulator {
    private static final VirtualCamera TRUTH = VirtualCamera.parse("160 120 80 80 79.5 59.5");

    private final GazeboFolder folder;
    private final DroneSettings drone;
    private final CameraModel camera = CameraRig.flight().model();
    private final Renderer truth = new Renderer(CameraRays.of(TRUTH));
    private final MemorySegment picture =
            Arena.ofAuto().allocate(3L * camera.width() * camera.height(), 64);
    private final Command obeyed = new Command();
    private Stage stage;
    private Gazebo gazebo;
    private Clearance clearance;
    private Gusts gusts;
    private int stepsPerFrame;
    private int steps;
    private State state;
    private boolean touched;

    GazeboSimulator(GazeboFolder folder, DroneSettings drone) {
        this.folder = folder;
        this.drone = drone;
    }

    @Override
    public double stepSeconds() {
        return CameraRig.STEP_SECONDS;
    }

    @Override
    public CameraModel camera() {
        return camera;
    }

    @Override
    public Encoding encoding() {
        return Encoding.RGB8;
    }

    @Override
    public void reset(Stage next) {
        if (!next.movers().isEmpty()) {
            throw new UnsupportedOperationException(
                    "gazebo: got a course with moving obstacles, wanted one without: fly those in"
                            + " --simulator world");
        }
        close();
        stage = next;
        stepsPerFrame = Simulator.stepsPerFrame(CameraRig.STEP_SECONDS, next.frameHz());
        CameraRig rig = CameraRig.flight().withStepsPerFrame(stepsPerFrame);
        Pose start = next.course().drone(drone).pose();
        Gazebo.Start how =
                new Gazebo.Start(
                        WorldFolder.classic(), next.seed(), rig.width(), rig.height(), false);
        clearance = new Clearance(next.scene(), drone.radiusM());
        gusts = new Gusts(next.wind(), CameraRig.STEP_SECONDS, next.seed());
        obeyed.set(0, 0, 0, 0);
        steps = 0;
        try {
            gazebo =
                    Gazebo.start(
                            folder,
                            at -> WorldFolder.write(at, next.scene(), start, drone, rig),
                            how);
            state = gazebo.lockStep().settle(start, CameraRig.STEP_SECONDS, stepsPerFrame);
        } catch (IOException failed) {
            throw lost(failed);
        }
        clearance.begin(state.pose());
        touched = state.contacts() > 0;
    }

    private IllegalStateException lost(IOException failed) {
        return new IllegalStateException(
                "seed " + stage.seed() + ": " + failed.getMessage(), failed);
    }

    @Override
    public void obey(Command setpoint) {
        double speed = setpoint.speed();
        boolean fine = Double.isFinite(speed + setpoint.yawRate);
        double share = fine ? Math.min(1, drone.maxSpeed() / Math.max(1e-9, speed)) : 0;
        obeyed.set(
                fine ? setpoint.vx * share : 0,
                fine ? setpoint.vy * share : 0,
                fine ? setpoint.vz * share : 0,
                fine ? Math.clamp(setpoint.yawRate, -drone.maxYawRate(), drone.maxYawRate()) : 0);
    }

    @Override
    public void advance(int count) {
        if (count <= 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            gusts.step();
        }
        steps += count;
        try {
            state =
                    gazebo.lockStep()
                            .fly(
                                    obeyed.vx,
                                    obeyed.vy,
                                    obeyed.vz,
                                    obeyed.yawRate,
                                    gusts.vx(),
                                    gusts.vy(),
                                    count,
                                    steps % stepsPerFrame == 0);
        } catch (IOException failed) {
            throw lost(failed);
        }
        clearance.flownTo(state.pose(), count);
        touched |= state.contacts() > 0;
    }

    @Override
    public MemorySegment picture() {
        MemorySegment.copy(MemorySegment.ofArray(colour()), 0, picture, 0, picture.byteSize());
        return picture;
    }

    /** The last picture, rgb8 [height][width][3]; rewritten by the next one. */
    byte[] colour() {
        return gazebo.lockStep().colour();
    }

    Pose pose() {
        return state.pose();
    }

    @Override
    public void depth(Shot out) {
        truth.ranges(stage.scene(), state.pose(), out);
    }

    @Override
    public void odometry(Motion out) {
        Pose pose = state.pose();
        double yaw = pose.yawRad();
        double cos = Math.cos(yaw);
        double sin = Math.sin(yaw);
        out.x = pose.x();
        out.y = pose.y();
        out.z = pose.z();
        out.yaw = yaw;
        out.vx = cos * state.vx() + sin * state.vy();
        out.vy = cos * state.vy() - sin * state.vx();
        out.vz = state.vz();
        out.yawRate = state.wz();
        out.roll = pose.rollRad();
        out.pitch = pose.pitchRad();
        out.stampNanos = Math.round(steps * CameraRig.STEP_SECONDS * 1e9);
        out.known = true;
    }

    /**
     * How the body turns, in its own frame FLU.
     *
     * @param out [3] rad/s
     */
    void turnRate(double[] out) {
        out[0] = state.wx();
        out[1] = state.wy();
        out[2] = state.wz();
        state.pose().toBody(out);
    }

    /**
     * By the scene's exact shapes; but whether there was a contact is for the physics to say, whose
     * meshes differ from those shapes by a few millimetres.
     */
    @Override
    public double closestM() {
        return touched ? Math.min(0, clearance.closestM()) : Math.max(1e-3, clearance.closestM());
    }

    @Override
    public boolean touched() {
        return touched;
    }

    @Override
    public void close() {
        if (gazebo != null) {
            gazebo.close();
            gazebo = null;
        }
    }
}
