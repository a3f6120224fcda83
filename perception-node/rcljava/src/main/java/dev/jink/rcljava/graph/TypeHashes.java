package dev.jink.rcljava.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The hashes by which ROS 2 (Iron and later) tells types of the same name apart: REP 2011, RIHS01.
 * The SHA-256 of a type's description as JSON: its fields, and those of every type they lead to, by
 * name. Computed of {@code types.msg}; a test holds that against the messages' classes.
 */
final class TypeHashes {
    private static final String TYPE = "=== ";

    /** Numbers of type_description_interfaces/msg/FieldType. */
    private static final Map<String, Integer> IDS =
            Map.ofEntries(
                    Map.entry("int8", 2),
                    Map.entry("uint8", 3),
                    Map.entry("int16", 4),
                    Map.entry("uint16", 5),
                    Map.entry("int32", 6),
                    Map.entry("uint32", 7),
                    Map.entry("int64", 8),
                    Map.entry("uint64", 9),
                    Map.entry("float32", 10),
                    Map.entry("float64", 11),
                    Map.entry("bool", 15),
                    Map.entry("byte", 16),
                    Map.entry("string", 17));

    private static final int NESTED = 1;
    private static final int ARRAY = 48;
    private static final int SEQUENCE = 144;

    private static final TypeHashes KNOWN = read("types.msg");

    private final Map<String, List<Field>> types;

    private TypeHashes(Map<String, List<Field>> types) {
        this.types = types;
    }

    /**
     * @param nested the message type it holds; empty for a plain one
     * @param capacity of an array of fixed length, else 0
     */
    record Field(String name, int typeId, int capacity, String nested) {
        static Field parse(String line) {
            int space = line.indexOf(' ');
            String type = line.substring(0, space);
            int bracket = type.indexOf('[');
            String element = bracket < 0 ? type : type.substring(0, bracket);
            String count = bracket < 0 ? "" : type.substring(bracket + 1, type.length() - 1);
            Integer plain = IDS.get(element);
            int kind = bracket < 0 ? 0 : count.isEmpty() ? SEQUENCE : ARRAY;
            return new Field(
                    line.substring(space + 1),
                    (plain == null ? NESTED : plain) + kind,
                    count.isEmpty() ? 0 : Integer.parseInt(count),
                    plain == null ? element : "");
        }

        private String json() {
            return ("{\"name\": \"%s\", \"type\": {\"type_id\": %d, \"capacity\": %d,"
                            + " \"string_capacity\": 0, \"nested_type_name\": \"%s\"}}")
                    .formatted(name, typeId, capacity, nested);
        }
    }

    /**
     * The hash of a message's type.
     *
     * @param type such as std_msgs/msg/String
     * @return RIHS01_ and 64 digits, or null for a type that is not described here
     */
    static String of(String type) {
        return KNOWN.types.containsKey(type) ? KNOWN.hash(type) : null;
    }

    /** The fields of a described type, in the order of the wire. */
    static List<Field> fields(String type) {
        return KNOWN.types.get(type);
    }

    static List<String> names() {
        return List.copyOf(KNOWN.types.keySet());
    }

    private String hash(String type) {
        Map<String, String> referenced = new TreeMap<>();
        collect(type, referenced);
        String json =
                "{\"type_description\": %s, \"referenced_type_descriptions\": [%s]}"
                        .formatted(json(type), String.join(", ", referenced.values()));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.getBytes(StandardCharsets.US_ASCII));
            return "RIHS01_" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void collect(String type, Map<String, String> into) {
        for (Field field : types.get(type)) {
            if (!field.nested().isEmpty() && !into.containsKey(field.nested())) {
                into.put(field.nested(), json(field.nested()));
                collect(field.nested(), into);
            }
        }
    }

    private String json(String type) {
        return types.get(type).stream()
                .map(Field::json)
                .collect(
                        Collectors.joining(
                                ", ", "{\"type_name\": \"" + type + "\", \"fields\": [", "]}"));
    }

    private static TypeHashes read(String resource) {
        Map<String, List<Field>> types = new TreeMap<>();
        List<Field> fields = List.of();
        for (String line : text(resource).lines().map(String::strip).toList()) {
            if (line.startsWith(TYPE)) {
                fields = new ArrayList<>();
                types.put(line.substring(TYPE.length()), fields);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                fields.add(Field.parse(line));
            }
        }
        return new TypeHashes(types);
    }

    private static String text(String resource) {
        try (InputStream in = TypeHashes.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
