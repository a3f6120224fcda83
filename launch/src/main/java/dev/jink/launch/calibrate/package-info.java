/**
 * {@code jink calibrate} and its subcommands: pictures in, camera_info, mount, delay and reports out. May enter: what
 * turns a person's files and options into the calibration room's words and back. The mathematics lives in that room;
 * what listens to ROS lives in {@code ros}.
 */
package dev.jink.launch.calibrate;
