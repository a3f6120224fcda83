package org.ros2.rcljava.interfaces;

/** A ROS message class. */
public interface MessageDefinition {}
