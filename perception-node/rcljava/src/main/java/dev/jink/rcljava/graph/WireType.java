package dev.jink.rcljava.graph;

import dev.jink.rcljava.cdr.WireMessage;

import org.ros2.rcljava.interfaces.MessageDefinition;

/**
 * What the wire needs to know of a message class: {@code a.msg.B} is {@code a::msg::dds_::B_}.
 *
 * @param userData what its endpoints tell of it: the hash of the type, as every rmw since Iron does
 */
record WireType(String name, int maxBytes, String userData) {
    static WireType of(Class<? extends MessageDefinition> type) {
        int maxBytes = newMessage(type).maxEncodedBytes();
        String hash = TypeHashes.of(type.getName().replace('.', '/'));
        return new WireType(
                "%s::dds_::%s_"
                        .formatted(type.getPackageName().replace(".", "::"), type.getSimpleName()),
                maxBytes,
                hash == null ? "" : "typehash=" + hash + ";");
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
