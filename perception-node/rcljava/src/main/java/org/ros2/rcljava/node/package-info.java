/**
 * Part of the {@link org.ros2.rcljava rcljava API}. Nodes and how they are made.
 */
package org.ros2.rcljava.node;
