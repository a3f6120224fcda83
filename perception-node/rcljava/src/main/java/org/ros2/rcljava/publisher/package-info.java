/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Sending.
 */
package org.ros2.rcljava.publisher;
