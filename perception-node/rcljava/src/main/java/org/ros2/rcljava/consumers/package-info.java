/**
 * Part of the {@link org.ros2.rcljava rcljava API}. What a subscription calls.
 */
package org.ros2.rcljava.consumers;
