/**
 * Part of the {@link org.ros2.rcljava rcljava API}. What messages and resources have in common.
 */
package org.ros2.rcljava.interfaces;
