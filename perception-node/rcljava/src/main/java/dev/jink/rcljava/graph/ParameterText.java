package dev.jink.rcljava.graph;

import org.ros2.rcljava.parameters.InvalidParametersException;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters as text: {@code -p} assignments and parameter files. */
final class ParameterText {
    private static final String PARAMETERS = "ros__parameters";
    private static final int DEEPEST = 50;

    private ParameterText() {}

    /** {@code [node:]name:=value}, the value in YAML. */
    static ParameterOverride assignment(String text) {
        int arrow = text.indexOf(":=");
        if (arrow <= 0) {
            throw new InvalidParametersException(
                    "parameter '%s': wanted name:=value, e.g. -p budget_ms:=50".formatted(text));
        }
        String left = text.substring(0, arrow);
        int colon = left.indexOf(':');
        String name = left.substring(colon + 1);
        String source = "-p " + text;
        Object value;
        try {
            value = load(text.substring(arrow + 2));
        } catch (YamlEngineException e) {
            throw new InvalidParametersException(
                    "%s: the value is not YAML: %s".formatted(source, oneLine(e)));
        }
        return ParameterOverride.of(
                colon < 0 ? ParameterOverride.ALL_NODES : left.substring(0, colon),
                variant(name, value, source),
                source);
    }

    /** A file: node names or patterns, below them {@code ros__parameters}, below it the values. */
    static List<ParameterOverride> file(Path file) {
        String where = "params file '%s'".formatted(file);
        Object root;
        try {
            root = load(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidParametersException(
                    "%s: there is no such file; wanted a YAML file".formatted(where));
        } catch (IOException e) {
            throw new InvalidParametersException(
                    "%s: it can't be read: %s".formatted(where, e.getMessage()));
        } catch (YamlEngineException e) {
            throw new InvalidParametersException(
                    "%s: it is not YAML: %s".formatted(where, oneLine(e)));
        }
        if (!(root instanceof Map<?, ?> nodes)) {
            throw new InvalidParametersException(
                    "%s: wanted node names at the top, e.g. /**: {ros__parameters: {a: 1}}"
                            .formatted(where));
        }
        List<ParameterOverride> overrides = new ArrayList<>();
        collectNodes("", nodes, where, overrides);
        return overrides;
    }

    private static void collectNodes(
            String path, Map<?, ?> level, String where, List<ParameterOverride> into) {
        for (Map.Entry<?, ?> entry : level.entrySet()) {
            String key = String.valueOf(entry.getKey());
            boolean parameters = key.equals(PARAMETERS);
            if (!(entry.getValue() instanceof Map<?, ?> below) || parameters && path.isEmpty()) {
                throw new InvalidParametersException(
                        "%s: got '%s' at '%s', wanted a node name with '%s' below it"
                                .formatted(where, key, path.isEmpty() ? "/" : path, PARAMETERS));
            }
            if (parameters) {
                collectValues(path, "", below, where, into);
            } else {
                collectNodes(path + (key.startsWith("/") ? key : "/" + key), below, where, into);
            }
        }
    }

    private static void collectValues(
            String node,
            String prefix,
            Map<?, ?> level,
            String where,
            List<ParameterOverride> into) {
        for (Map.Entry<?, ?> entry : level.entrySet()) {
            String name = prefix + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> below) {
                collectValues(node, name + ".", below, where, into);
            } else {
                into.add(ParameterOverride.of(node, variant(name, entry.getValue(), where), where));
            }
        }
    }

    private static Object load(String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel("parameters").build();
        // Before anything is built of it: an alias can make a value hold itself, and depth can
        // exhaust the stack.
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            switch (event.getEventId()) {
                case Alias ->
                        throw new YamlEngineException("aliases (*) are not allowed in parameters");
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new YamlEngineException("nested more than " + DEEPEST + " deep");
            }
        }
        return new Load(settings).loadFromString(yaml);
    }

    private static ParameterVariant variant(String name, Object value, String source) {
        return switch (value) {
            case Boolean b -> new ParameterVariant(name, b);
            case Integer i -> new ParameterVariant(name, i);
            case Long l -> new ParameterVariant(name, l);
            case Double d -> new ParameterVariant(name, d);
            case String s -> new ParameterVariant(name, s);
            case List<?> list when all(list, Boolean.class) ->
                    new ParameterVariant(name, list.toArray(Boolean[]::new));
            case List<?> list when all(list, Integer.class, Long.class) ->
                    new ParameterVariant(
                            name,
                            list.stream().map(n -> ((Number) n).longValue()).toArray(Long[]::new));
            case List<?> list when all(list, Double.class, Integer.class, Long.class) ->
                    new ParameterVariant(
                            name,
                            list.stream()
                                    .map(n -> ((Number) n).doubleValue())
                                    .toArray(Double[]::new));
            case List<?> list when all(list, String.class) ->
                    new ParameterVariant(name, list.toArray(String[]::new));
            case null, default ->
                    throw new InvalidParametersException(
                            ("%s: parameter '%s': got %s, wanted a bool, number, text, or a list of"
                                            + " one of them")
                                    .formatted(source, name, value == null ? "nothing" : value));
        };
    }

    private static boolean all(List<?> list, Class<?>... types) {
        List<Class<?>> wanted = List.of(types);
        return list.stream().allMatch(one -> one != null && wanted.contains(one.getClass()));
    }

    private static String oneLine(Exception e) {
        return e.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
