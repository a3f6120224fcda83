package dev.jink.calibration;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys of one camera_info file, asked for one by one; what is not as wanted is refused. */
final class CameraInfoKeys {
    private static final int DEEPEST = 10;

    private final Path file;
    private final Map<?, ?> keys;

    private CameraInfoKeys(Path file, Map<?, ?> keys) {
        this.file = file;
        this.keys = keys;
    }

    static CameraInfoKeys parse(Path file, String text) {
        Object root;
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
            requireShallow(new Parse(settings).parseString(text));
            root = new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new CalibrationException(
                    file
                            + ": is not YAML ("
                            + firstLine(e.getMessage())
                            + "), wanted a ROS camera_info file: write it again with"
                            + " camera_calibration",
                    e);
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new CalibrationException(
                    file
                            + ": holds "
                            + kind(root)
                            + ", wanted the keys of a ROS camera_info file (image_width,"
                            + " camera_matrix, …): name another file in camera_info_file");
        }
        return new CameraInfoKeys(file, map);
    }

    /** Before anything is built of it: depth could exhaust the stack. */
    private static void requireShallow(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new YamlEngineException("nested more than " + DEEPEST + " deep");
            }
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "nothing";
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "a map of " + map.size();
            default -> "'" + firstLine(value.toString()) + "'";
        };
    }

    private CalibrationException refusal(String key, String got, String wanted) {
        return new CalibrationException(
                file
                        + ": "
                        + key
                        + " is "
                        + got
                        + ", wanted "
                        + wanted
                        + ": write the file again with camera_calibration");
    }

    private Object need(String key, String wanted) {
        Object value = keys.get(key);
        if (value == null) {
            throw refusal(key, "missing", wanted);
        }
        return value;
    }

    int integer(String key) {
        Object value = need(key, "a whole number");
        if (value instanceof Integer number) {
            return number;
        }
        throw refusal(key, kind(value), "a whole number");
    }

    String text(String key) {
        Object value = need(key, "a text");
        if (value instanceof String text) {
            return text;
        }
        throw refusal(key, kind(value), "a text");
    }

    /** The numbers under {@code key: {rows, cols, data: […]}}. */
    double[] data(String key) {
        String wanted = "rows, cols and a list of numbers under data";
        if (!(need(key, wanted) instanceof Map<?, ?> matrix)
                || !(matrix.get("data") instanceof List<?> list)) {
            throw refusal(key, "without a data list", wanted);
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(list.get(i) instanceof Number number)) {
                throw refusal(key + ".data[" + i + "]", kind(list.get(i)), "a number");
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }
}
