package dev.jink.compiler.lower;

import dev.jink.kernels.Shape;

import java.util.ArrayList;
import java.util.List;

/**
 * How the axes of an ONNX tensor lie over height, width and channels: NCHW, NHWC, or flattened. One
 * text for each axis, of the letters N, C, H and W that are merged in it, outermost first; empty for
 * an axis of one element. Sides of 1 may lose their letter.
 */
public record Axes(List<String> axes) {
    static final Axes NCHW = new Axes(List.of("N", "C", "H", "W"));
    static final Axes NHWC = new Axes(List.of("N", "H", "W", "C"));

    private static int side(Shape shape, char letter) {
        return switch (letter) {
            case 'H' -> shape.height();
            case 'W' -> shape.width();
            case 'C' -> shape.channels();
            default -> 1;
        };
    }

    public int[] dims(Shape shape) {
        int[] dims = new int[axes.size()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = 1;
            for (char letter : axes.get(i).toCharArray()) {
                dims[i] *= side(shape, letter);
            }
        }
        return dims;
    }

    private static String wide(Shape shape, String letters) {
        StringBuilder wide = new StringBuilder();
        for (char letter : letters.toCharArray()) {
            if (side(shape, letter) > 1) {
                wide.append(letter);
            }
        }
        return wide.toString();
    }

    /** Whether these are those of {@code other}, sides of 1 left aside. */
    boolean match(Shape shape, Axes other) {
        if (axes.size() != other.axes.size()) {
            return false;
        }
        for (int i = 0; i < axes.size(); i++) {
            if (!wide(shape, axes.get(i)).equals(wide(shape, other.axes.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** The axis that holds this letter and no other; −1 when there is none. */
    int of(Shape shape, char letter) {
        for (int i = 0; i < axes.size(); i++) {
            if (wide(shape, axes.get(i)).equals(String.valueOf(letter))) {
                return i;
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).indexOf(letter) >= 0 && wide(shape, axes.get(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    Axes transposed(long[] order) {
        if (order.length != axes.size()) {
            return null;
        }
        List<String> moved = new ArrayList<>();
        for (long from : order) {
            if (from < 0 || from >= axes.size()) {
                return null;
            }
            moved.add(axes.get((int) from));
        }
        return new Axes(moved);
    }

    /** All letters of sides above 1 in the order in which they lie. */
    String order(Shape shape) {
        return wide(shape, String.join("", axes));
    }

    /** The same elements in the same order under other sides; null where an axis is split. */
    Axes reshaped(Shape shape, int[] dims) {
        String letters = order(shape);
        List<String> result = new ArrayList<>();
        int next = 0;
        for (int dim : dims) {
            int product = 1;
            int from = next;
            while (product < dim && next < letters.length()) {
                product *= side(shape, letters.charAt(next++));
            }
            if (product != dim) {
                return null;
            }
            result.add(letters.substring(from, next));
        }
        if (next < letters.length()) {
            return null;
        }
        // Axes of 1 take the letters that lost their place, so that a 1x1 picture stays NCHW.
        return new Axes(result).named(shape);
    }

    private Axes named(Shape shape) {
        Axes like = axes.size() == 4 && match(shape, NCHW) ? NCHW : this;
        like = axes.size() == 4 && like == this && match(shape, NHWC) ? NHWC : like;
        Axes dense = new Axes(List.of("N", "C"));
        return axes.size() == 2 && match(shape, dense) ? dense : like;
    }

    /** From [h][w][c] to this order: element i of the result is element indices[i]. */
    public int[] fromEngine(Shape shape) {
        String letters = order(shape);
        int[] indices = new int[shape.elements()];
        for (int i = 0; i < indices.length; i++) {
            int rest = i;
            int y = 0;
            int x = 0;
            int c = 0;
            for (int k = letters.length() - 1; k >= 0; k--) {
                int side = side(shape, letters.charAt(k));
                int at = rest % side;
                rest /= side;
                switch (letters.charAt(k)) {
                    case 'H' -> y = at;
                    case 'W' -> x = at;
                    default -> c = at;
                }
            }
            indices[i] = (y * shape.width() + x) * shape.channels() + c;
        }
        return indices;
    }

    @Override
    public String toString() {
        return String.join(" ", axes.stream().map(a -> a.isEmpty() ? "1" : a).toList());
    }
}
