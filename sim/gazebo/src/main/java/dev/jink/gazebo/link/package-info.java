/**
 * A running gzserver and the one loopback connection that flies it: the folder it is installed in,
 * its processes, the bytes to and from the lock-step plugin.
 *
 * <p>Knows nothing of scenes, trials or ROS.
 */
package dev.jink.gazebo.link;
