package dev.jink.sim.ros;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Contact;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.Drone;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.drone.TrackPoint;
import dev.jink.sim.scene.Scene;

import java.util.ArrayList;
import java.util.List;

/**
 * The drone in real time, with the simple flight controller around it: it hovers until the flight
 * begins, obeys the newest command, and brakes by itself when it hears none. Every method may be
 * called from any thread; times are nanos of one monotonic clock.
 */
final class LiveDrone {
    /** Without a command for this long the controller brakes, as PX4 and ArduPilot do. */
    static final long SILENCE_NANOS = 500_000_000L;

    private static final long STEP_NANOS = Math.round(Drone.STEP_SECONDS * 1e9);
    private static final double TRACK_SECONDS = 0.1;

    private final Course course;
    private final Contact contact;
    private final boolean straight;
    private final Drone drone;
    private final List<TrackPoint> track = new ArrayList<>();
    private final Command obeyed = new Command();
    private final Command wanted = new Command();
    private long reachedNanos;
    private long heardNanos;
    private long commands;
    private boolean silent = true;
    private boolean begun;
    private boolean reached;
    private double beganSeconds;
    private double progressM;
    private int ownBrakes;

    LiveDrone(Scene scene, Course course, DroneSettings settings, boolean straight, long nowNanos) {
        this.course = course;
        this.straight = straight;
        drone = course.drone(settings);
        contact = new Contact(scene, settings.radiusM());
        reachedNanos = nowNanos;
        heardNanos = nowNanos;
    }

    /** The wish becomes real: until now the drone hovered and wanted nothing. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            beganSeconds = drone.seconds();
        }
    }

    synchronized void obey(double vx, double vy, double vz, double yawRate, long nowNanos) {
        commands++;
        heardNanos = nowNanos;
        silent = false;
        if (!straight) {
            set(vx, vy, vz, yawRate);
        }
    }

    private void set(double vx, double vy, double vz, double yawRate) {
        obeyed.set(vx, vy, vz, yawRate);
        drone.command(vx, vy, vz, yawRate);
    }

    /** Flies up to now. After a contact or at the goal the drone stays as it is. */
    synchronized void advance(long nowNanos) {
        while (reachedNanos + STEP_NANOS <= nowNanos) {
            reachedNanos += STEP_NANOS;
            if (contact.contacts() > 0 || reached) {
                continue;
            }
            control();
            drone.step();
            contact.check(drone);
            if (begun) {
                progressM = Math.max(progressM, course.progressM(drone));
                reached = contact.contacts() == 0 && course.reached(drone);
                if (track.isEmpty() || seconds() - track.getLast().seconds() >= TRACK_SECONDS) {
                    track.add(here());
                }
            }
        }
    }

    private void control() {
        if (straight) {
            if (begun) {
                course.wanted(drone, wanted);
                set(wanted.vx, wanted.vy, wanted.vz, wanted.yawRate);
            }
        } else if (!silent && reachedNanos - heardNanos > SILENCE_NANOS) {
            silent = true;
            ownBrakes++;
            set(0, 0, 0, 0);
        }
    }

    /** Where the camera will be at a moment soon, if no other command comes. */
    synchronized Pose expected(long atNanos) {
        Drone twin = drone.copy();
        boolean flying = contact.contacts() == 0 && !reached;
        for (long t = reachedNanos; flying && t + STEP_NANOS <= atNanos; t += STEP_NANOS) {
            twin.step();
        }
        return twin.pose();
    }

    /** What is wanted now: nothing before the flight begins. */
    synchronized void wanted(Command out) {
        if (begun && !reached) {
            course.wanted(drone, out);
        } else {
            out.set(0, 0, 0, 0);
        }
    }

    /**
     * @param turnRate receives that of the tilted body, [3] rad/s
     */
    synchronized Pose odometry(Motion out, double[] turnRate) {
        drone.motion(out);
        drone.turnRate(turnRate);
        return drone.pose();
    }

    synchronized TrackPoint here() {
        return new TrackPoint(seconds(), drone.x(), drone.y(), drone.z(), drone.yawRad());
    }

    synchronized void obeyed(Command out) {
        out.set(obeyed);
    }

    /** Seconds since the flight began, 0 before. */
    synchronized double seconds() {
        return begun ? drone.seconds() - beganSeconds : 0;
    }

    synchronized boolean over() {
        return reached || contact.contacts() > 0;
    }

    synchronized long commands() {
        return commands;
    }

    synchronized double progressM() {
        return progressM;
    }

    synchronized double closestM() {
        return contact.closestM();
    }

    synchronized Flight flight(
            long frames,
            long lateFrames,
            long strangeCommands,
            double renderP50,
            double renderP99) {
        return new Flight(
                frames,
                lateFrames,
                commands,
                strangeCommands,
                ownBrakes,
                contact.contacts(),
                reached,
                progressM,
                contact.closestM(),
                seconds(),
                renderP50,
                renderP99,
                List.copyOf(track));
    }
}
