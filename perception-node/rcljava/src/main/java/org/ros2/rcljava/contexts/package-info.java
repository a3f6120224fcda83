/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Memberships in the ROS graph.
 */
package org.ros2.rcljava.contexts;
