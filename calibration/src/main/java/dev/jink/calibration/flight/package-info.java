/**
 * What pictures in flight say together with odometry: rays that the same things were seen along, the
 * body's own motion, and the camera's mount and delay under which the two agree. {@link
 * dev.jink.calibration.flight.StraightFlight} asks for the mount, {@code delay} for the delay.
 */
package dev.jink.calibration.flight;
