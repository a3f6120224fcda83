package dev.jink.launch.bag;

/**
 * A recorded message.
 *
 * @param topic that it came on
 * @param nanos when it was received, nanoseconds since 1970 by the recorder's clock
 * @param payload CDR with its encapsulation header. Not copied; nobody changes it.
 */
public record BagMessage(BagTopic topic, long nanos, byte[] payload) {}
