package dev.jink.compiler;

import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.kernels.Shape;

import picocli.CommandLine.Option;

/** What the camera's pixels are to the network: said once for compile and binarize. */
final class PixelOptions {
    @Option(
            names = "--mean",
            paramLabel = "M[,M...]",
            defaultValue = "0",
            description = "pixel value, 0 to 255, that the network's input has as 0")
    private String mean;

    @Option(
            names = "--deviation",
            paramLabel = "D[,D...]",
            defaultValue = "1",
            description = {
                "pixel values to 1 of the network's input: 255 when it was trained on 0 to 1"
                        + " (default: ${DEFAULT-VALUE})"
            })
    private String deviation;

    @Option(
            names = "--input",
            paramLabel = "HxWxC",
            description = "the picture's size, where the file leaves it open")
    private String input;

    PixelScale scale() {
        return new PixelScale(
                numbers("--mean", mean),
                numbers("--deviation", deviation),
                input == null ? null : shape());
    }

    private static float[] numbers(String option, String text) {
        String[] parts = text.split(",", -1);
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                values[i] = Float.parseFloat(parts[i].strip());
            } catch (NumberFormatException e) {
                throw new OnnxException(
                        "%s: got '%s', wanted numbers, separated by commas"
                                .formatted(option, text));
            }
        }
        return values;
    }

    private Shape shape() {
        String[] sides = input.split("x", -1);
        try {
            return new Shape(
                    Integer.parseInt(sides[0]),
                    Integer.parseInt(sides[1]),
                    Integer.parseInt(sides[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new OnnxException(
                    "--input: got '%s', wanted HEIGHTxWIDTHxCHANNELS, such as 120x160x1"
                            .formatted(input));
        } catch (IllegalArgumentException e) {
            throw new OnnxException("--input: " + e.getMessage());
        }
    }
}
