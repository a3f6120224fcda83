package dev.jink.rcljava.graph;

import dev.jink.rcljava.cdr.WireMessage;

import org.ros2.rcljava.interfaces.MessageDefinition;

/** What the wire needs to know of a message class: {@code a.msg.B} is {@code a::msg::dds_::B_}. */
record WireType(String name, int maxBytes) {
    static WireType of(Class<? extends MessageDefinition> type) {
        int maxBytes = newMessage(type).maxEncodedBytes();
        return new WireType(
                "%s::dds_::%s_"
                        .formatted(type.getPackageName().replace(".", "::"), type.getSimpleName()),
                maxBytes);
    }

    static WireMessage newMessage(Class<?> type) {
        if (!WireMessage.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    "%s: there is no wire form for it; wanted one of this module's message classes"
                            .formatted(type.getName()));
        }
        try {
            return (WireMessage) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a public constructor without arguments".formatted(type.getName()),
                    e);
        }
    }
}
