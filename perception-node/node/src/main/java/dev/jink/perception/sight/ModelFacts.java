package dev.jink.perception.sight;

import dev.jink.kernels.Shape;

import java.util.Map;

/** Reads a model's metadata, and says in one line what is wrong with it. */
final class ModelFacts {
    private final Map<String, String> metadata;

    ModelFacts(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    String text(String key) {
        String text = metadata.get(key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "model: metadata key "
                            + key
                            + " is missing, got the keys "
                            + metadata.keySet().stream().sorted().toList()
                            + ", wanted virtual_camera, grid and thresholds_m:"
                            + " use a sight model, as jink train writes it");
        }
        return text.strip();
    }

    /** As {@link #numbers}; none when the key is missing. */
    float[] numbersOrNone(String key) {
        return metadata.containsKey(key) ? numbers(key) : new float[0];
    }

    float[] numbers(String key) {
        String[] words = text(key).split("\\s+");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Float.parseFloat(words[i]);
            } catch (NumberFormatException e) {
                throw bad(key, "numbers with spaces between them", e);
            }
        }
        return numbers;
    }

    int[] wholeNumbers(String key, int count) {
        String[] words = text(key).split("\\s+");
        String wanted = count + " whole numbers with a space between them";
        if (words.length != count) {
            throw bad(key, wanted, null);
        }
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw bad(key, wanted, e);
            }
        }
        return numbers;
    }

    void checkShape(String what, Shape got, Shape wanted, String keys) {
        if (!got.equals(wanted)) {
            throw new IllegalArgumentException(
                    "model: "
                            + what
                            + " is "
                            + sizes(got)
                            + " (height x width x channels), wanted "
                            + sizes(wanted)
                            + " by its metadata "
                            + keys
                            + ": the model is not one for sight, or its metadata is wrong");
        }
    }

    private static String sizes(Shape shape) {
        return shape.height() + "x" + shape.width() + "x" + shape.channels();
    }

    private IllegalArgumentException bad(String key, String wanted, Throwable cause) {
        return new IllegalArgumentException(
                "model: metadata "
                        + key
                        + " is '"
                        + text(key)
                        + "', wanted "
                        + wanted
                        + ": write the model anew with jink train",
                cause);
    }
}
