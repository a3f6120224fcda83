/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Receiving.
 */
package org.ros2.rcljava.subscription;
