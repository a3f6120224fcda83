package dev.jink.perception.ros;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A message's field that holds many values. What its getter returns depends on the rcljava below: a list upstream and
 * here, an array in osrf's fork. So the getter is found by its name, once, and not bound by its type in the byte code:
 * the same jar runs on all of them. Held in a static constant it costs what a plain call does, and allocates nothing.
 */
record Sequence<M>(MethodHandle getter) {
    private static final boolean EMBEDDED = EmbeddedTransport.isPresent();

    /** @throws IllegalStateException the message has no such getter */
    static <M> Sequence<M> of(Class<M> message, String getter) {
        try {
            Method method = message.getMethod(getter);
            return new Sequence<>(
                    MethodHandles.publicLookup()
                            .unreflect(method)
                            .asType(MethodType.methodType(Object.class, Object.class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s has no %s: got another version of the message, wanted the one of ROS 2"
                            .formatted(message.getName(), getter),
                    e);
        }
    }

    /** The values, for {@link #size} and {@link #at}, or for {@link Pixels}. */
    Object in(M message) {
        try {
            return (Object) getter.invokeExact((Object) message);
        } catch (Throwable e) {
            throw new IllegalStateException("a message's getter failed: " + e, e);
        }
    }

    static int size(Object values) {
        if (values instanceof double[] array) {
            return array.length;
        }
        return values instanceof float[] array ? array.length : ((List<?>) values).size();
    }

    static double at(Object values, int i) {
        if (values instanceof double[] array) {
            return array[i];
        }
        return values instanceof float[] array ? array[i] : at((List<?>) values, i);
    }

    private static double at(List<?> values, int i) {
        return EMBEDDED ? EmbeddedTransport.at(values, i) : ((Number) values.get(i)).doubleValue();
    }

    /** Copies the first values into {@code target}. */
    static void copy(Object values, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = at(values, i);
        }
    }
}
