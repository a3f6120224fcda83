package org.ros2.rcljava.interfaces;

/** A ROS service: its class names those of request and response as RequestType, ResponseType. */
public interface ServiceDefinition {}
