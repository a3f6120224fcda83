/**
 * How old a picture is when it arrives: the delay at which odometry explains what the pictures saw.
 * For the flight controller ({@code CP_DELAY}) and the planner ({@code reaction_s}).
 */
package dev.jink.calibration.delay;
