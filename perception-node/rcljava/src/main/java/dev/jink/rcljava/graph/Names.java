package dev.jink.rcljava.graph;

import java.util.List;
import java.util.regex.Pattern;

/** Names of the ROS graph: checked, expanded, remapped. */
final class Names {
    private static final String TOKEN = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern NODE = Pattern.compile(TOKEN);
    private static final Pattern NAMESPACE = Pattern.compile("/|(/" + TOKEN + ")+");
    private static final Pattern TOPIC = Pattern.compile("~|(~/|/)?" + TOKEN + "(/" + TOKEN + ")*");

    private Names() {}

    /** A node's name, checked. */
    static String node(String name) {
        return checked("node name", name, NODE, "letters, digits and _, not starting with a digit");
    }

    /** A namespace with its leading slash, checked; empty is the root. */
    static String namespace(String namespace) {
        String absolute = namespace.startsWith("/") ? namespace : "/" + namespace;
        return checked("namespace", absolute, NAMESPACE, "tokens like /a/b");
    }

    /** Namespace and name as one. */
    static String join(String namespace, String name) {
        return namespace.equals("/") ? "/" + name : namespace + "/" + name;
    }

    /** A topic's full name before remapping. */
    static String expand(String topic, String namespace, String node) {
        checked("topic", topic, TOPIC, "tokens like image_raw, /a/b or ~/state");
        if (topic.startsWith("~")) {
            return join(namespace, node) + topic.substring(1);
        }
        return topic.startsWith("/") ? topic : join(namespace, topic);
    }

    /** A topic's full name. The first rule that fits counts. */
    static String resolve(String topic, String namespace, String node, List<Remap> rules) {
        String full = expand(topic, namespace, node);
        for (Remap rule : rules) {
            if (rule.appliesTo(node)
                    && !rule.from().startsWith("__")
                    && expand(rule.from(), namespace, node).equals(full)) {
                return expand(rule.to(), namespace, node);
            }
        }
        return full;
    }

    private static String checked(String what, String name, Pattern wanted, String inWords) {
        if (!wanted.matcher(name).matches()) {
            throw new IllegalArgumentException("%s '%s': wanted %s".formatted(what, name, inWords));
        }
        return name;
    }
}
