/**
 * The rcljava API, in an implementation of its own over DDS that needs no ROS installation.
 *
 * <p>Programs written against these packages are meant to run on the official rcljava as well, its
 * jars put in the place of this one. What is marked "not in rcljava itself" is ours alone.
 */
package org.ros2.rcljava;
