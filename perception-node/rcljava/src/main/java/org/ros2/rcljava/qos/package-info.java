/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Quality of service.
 */
package org.ros2.rcljava.qos;
