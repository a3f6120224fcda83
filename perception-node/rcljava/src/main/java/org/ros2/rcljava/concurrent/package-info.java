/**
 * Part of the {@link org.ros2.rcljava rcljava API}. What a timer calls.
 */
package org.ros2.rcljava.concurrent;
