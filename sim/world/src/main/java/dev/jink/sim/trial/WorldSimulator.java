package dev.jink.sim.trial;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.frame.Encoding;
import dev.jink.sim.camera.CameraRays;
import dev.jink.sim.camera.FlightCamera;
import dev.jink.sim.camera.Renderer;
import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.Shot;
import dev.jink.sim.drone.Contact;
import dev.jink.sim.drone.Drone;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.drone.Gusts;
import dev.jink.sim.scene.Mover;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Scene;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulator of this room: {@link Drone} in a {@link Scene}, seen by the {@link FlightCamera}.
 * Pictures are made when they are asked for, so a pilot without eyes costs none.
 */
final class WorldSimulator implements Simulator {
    /** What {@link Simulator#depth} sees through. */
    static final VirtualCamera TRUTH = VirtualCamera.parse("160 120 80 80 79.5 59.5");

    private final DroneSettings settings;
    private final CameraModel camera = FlightCamera.small();
    private final Renderer renderer = new Renderer(CameraRays.of(camera));
    private final Renderer truth = new Renderer(CameraRays.of(TRUTH));
    private final Shot shot = new Shot(camera.width(), camera.height());
    private final Sensor sensor = new Sensor(camera.width(), camera.height());
    private final MemorySegment gray =
            Arena.ofAuto().allocate((long) camera.width() * camera.height(), 64);
    private Stage stage;
    private Drone drone;
    private Contact contact;
    private Gusts gusts;
    private boolean touched;
    private int steps;

    WorldSimulator(DroneSettings settings) {
        this.settings = settings;
    }

    @Override
    public double stepSeconds() {
        return Drone.STEP_SECONDS;
    }

    @Override
    public CameraModel camera() {
        return camera;
    }

    @Override
    public Encoding encoding() {
        return Encoding.MONO8;
    }

    @Override
    public void reset(Stage next) {
        stage = next;
        drone = next.course().drone(settings);
        contact = new Contact(next.scene(), next.movers(), settings.radiusM());
        gusts = new Gusts(next.wind(), Drone.STEP_SECONDS, next.seed());
        touched = contact.check(drone);
        steps = 0;
        sensor.reset();
    }

    @Override
    public void obey(Command setpoint) {
        drone.command(setpoint.vx, setpoint.vy, setpoint.vz, setpoint.yawRate);
    }

    @Override
    public void advance(int count) {
        for (int i = 0; i < count; i++) {
            gusts.step();
            drone.air(gusts.vx(), gusts.vy());
            drone.step();
            steps++;
            touched |= contact.check(drone);
        }
    }

    @Override
    public MemorySegment picture() {
        renderer.luminance(sceneNow(), drone.pose(), shot);
        sensor.expose(shot, stage.sensor(), stage.seed() * 100_003 + steps, gray);
        return gray;
    }

    @Override
    public void depth(Shot out) {
        truth.ranges(sceneNow(), drone.pose(), out);
    }

    private Scene sceneNow() {
        if (stage.movers().isEmpty()) {
            return stage.scene();
        }
        List<Primitive> moved = new ArrayList<>();
        for (Mover mover : stage.movers()) {
            moved.addAll(mover.at(drone.seconds()));
        }
        return stage.scene().with(moved);
    }

    @Override
    public void odometry(Motion out) {
        drone.motion(out);
        out.stampNanos = Math.round(drone.seconds() * 1e9);
    }

    @Override
    public double closestM() {
        return contact.closestM();
    }

    @Override
    public boolean touched() {
        return touched;
    }

    /** Nothing to free: memory goes with the object. */
    @Override
    public void close() {}
}
