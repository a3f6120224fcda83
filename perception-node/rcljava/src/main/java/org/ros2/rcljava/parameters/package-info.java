/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Parameters: values, types, and what can be
 * wrong with them.
 */
package org.ros2.rcljava.parameters;
