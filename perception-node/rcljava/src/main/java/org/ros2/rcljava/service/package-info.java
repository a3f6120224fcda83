/** Part of the {@link org.ros2.rcljava rcljava API}. Services. */
package org.ros2.rcljava.service;
