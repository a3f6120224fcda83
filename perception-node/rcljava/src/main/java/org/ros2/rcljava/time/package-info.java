/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Clocks.
 */
package org.ros2.rcljava.time;
