/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Threads that run callbacks.
 */
package org.ros2.rcljava.executors;
