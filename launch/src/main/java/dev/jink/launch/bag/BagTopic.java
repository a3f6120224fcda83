package dev.jink.launch.bag;

/**
 * A topic of a recording.
 *
 * @param name with its leading slash
 * @param type such as {@code sensor_msgs/msg/Image}
 * @param format of its payloads; {@code cdr} is the one that is understood
 */
public record BagTopic(String name, String type, String format) {}
