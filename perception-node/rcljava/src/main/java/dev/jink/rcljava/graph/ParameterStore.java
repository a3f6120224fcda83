package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.InvalidParameterValueException;
import org.ros2.rcljava.parameters.ParameterAlreadyDeclaredException;
import org.ros2.rcljava.parameters.ParameterCallback;
import org.ros2.rcljava.parameters.ParameterNotDeclaredException;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.SetParametersResult;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A node's parameters. Thread-safe; callbacks run on the thread that sets. */
final class ParameterStore {
    private record Declared(ParameterVariant value, ParameterDescriptor descriptor) {}

    /** Hears what became of parameters, on the thread that did it. */
    interface Changes {
        Changes IGNORED = new Changes() {};

        default void declared(ParameterVariant one) {}

        default void changed(List<ParameterVariant> several) {}

        default void forgotten(ParameterVariant one) {}
    }

    private final String node;
    private final boolean allowUndeclared;
    private final Map<String, ParameterOverride> overrides = new TreeMap<>();
    private final Map<String, Declared> declared = new TreeMap<>();
    private final Deque<ParameterCallback> callbacks = new ArrayDeque<>();
    private Changes changes = Changes.IGNORED;

    ParameterStore(String node, boolean allowUndeclared, List<ParameterOverride> given) {
        this.node = node;
        this.allowUndeclared = allowUndeclared;
        for (ParameterOverride override : given) {
            if (override.appliesTo(node)) {
                overrides.put(override.value().getName(), override);
            }
        }
    }

    synchronized ParameterVariant declare(
            ParameterVariant initial, ParameterDescriptor descriptor) {
        String name = initial.getName();
        if (declared.containsKey(name)) {
            throw new ParameterAlreadyDeclaredException(
                    "parameter '%s': declared twice on node %s".formatted(name, node));
        }
        ParameterOverride override = overrides.get(name);
        ParameterVariant value =
                override == null
                        ? initial
                        : ParameterRules.converted(override.value(), initial.getType());
        String objection = ParameterRules.objection(value, initial.getType(), descriptor);
        if (objection != null) {
            throw new InvalidParameterValueException(
                    override == null
                            ? objection
                            : "%s (from %s)".formatted(objection, override.source()));
        }
        descriptor.setName(name).setType(initial.getType().getValue());
        declared.put(name, new Declared(value, descriptor));
        changes.declared(value);
        return value;
    }

    synchronized void undeclare(String name) {
        ParameterVariant last = require(name).value();
        declared.remove(name);
        changes.forgotten(last);
    }

    synchronized boolean has(String name) {
        return declared.containsKey(name);
    }

    synchronized ParameterVariant get(String name) {
        if (allowUndeclared && !declared.containsKey(name)) {
            return new ParameterVariant(name);
        }
        return require(name).value();
    }

    synchronized ParameterDescriptor describe(String name) {
        return require(name).descriptor();
    }

    synchronized List<String> names() {
        return List.copyOf(declared.keySet());
    }

    /** Changes all or nothing. */
    synchronized SetParametersResult set(List<ParameterVariant> wanted) {
        List<ParameterVariant> values = new ArrayList<>();
        for (ParameterVariant value : wanted) {
            if (!declared.containsKey(value.getName()) && allowUndeclared) {
                values.add(value);
                continue;
            }
            Declared present = require(value.getName());
            if (present.descriptor().getReadOnly()) {
                return refused(
                        "parameter '%s': it is read-only; set it at the start: -p %s"
                                .formatted(value.getName(), value));
            }
            ParameterVariant converted = ParameterRules.converted(value, present.value().getType());
            String objection =
                    ParameterRules.objection(
                            converted, present.value().getType(), present.descriptor());
            if (objection != null) {
                return refused(objection);
            }
            values.add(converted);
        }
        for (ParameterCallback callback : callbacks) {
            SetParametersResult result = callback.callback(List.copyOf(values));
            if (!result.getSuccessful()) {
                return result;
            }
        }
        for (ParameterVariant value : values) {
            Declared present = declared.get(value.getName());
            declared.put(
                    value.getName(),
                    new Declared(
                            value,
                            present == null ? new ParameterDescriptor() : present.descriptor()));
        }
        changes.changed(values);
        return new SetParametersResult().setSuccessful(true);
    }

    /** Tells of what becomes of parameters from now on. */
    synchronized void tell(Changes listener) {
        changes = listener;
    }

    synchronized void add(ParameterCallback callback) {
        callbacks.addFirst(callback);
    }

    synchronized void remove(ParameterCallback callback) {
        callbacks.remove(callback);
    }

    /** One line for each override that no declared parameter took. */
    synchronized List<String> unusedOverrides() {
        return overrides.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .map(name -> "%s (from %s)".formatted(unknown(name), overrides.get(name).source()))
                .collect(Collectors.toList());
    }

    private Declared require(String name) {
        Declared found = declared.get(name);
        if (found == null) {
            throw new ParameterNotDeclaredException(unknown(name));
        }
        return found;
    }

    private String unknown(String name) {
        String nearest = ParameterRules.nearest(name, declared.keySet());
        return "parameter '%s': node %s has no such parameter%s"
                .formatted(name, node, nearest == null ? "" : "; meant '%s'?".formatted(nearest));
    }

    private static SetParametersResult refused(String why) {
        return new SetParametersResult().setSuccessful(false).setReason(why);
    }
}
