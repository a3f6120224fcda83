/**
 * Part of the {@link org.ros2.rcljava rcljava API}. The choices of quality of service.
 */
package org.ros2.rcljava.qos.policies;
