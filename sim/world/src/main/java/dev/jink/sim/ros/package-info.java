/**
 * The simulator on ROS 2: a live flight whose pictures, odometry and wish go out over DDS and whose
 * commands come back.
 *
 * <p>The only package of this module that may import {@code org.ros2} or message classes.
 */
package dev.jink.sim.ros;
