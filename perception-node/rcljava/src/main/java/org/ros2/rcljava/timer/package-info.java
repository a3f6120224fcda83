/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Timers.
 */
package org.ros2.rcljava.timer;
