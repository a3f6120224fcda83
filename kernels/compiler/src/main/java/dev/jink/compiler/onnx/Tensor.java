package dev.jink.compiler.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A constant of a graph. Values are kept as ONNX stores them: row-major, little-endian, booleans a
 * byte each. Arrays are not copied; nobody changes them.
 *
 * @param type one of the element types below
 * @param dims sides, outermost first; none for a scalar
 * @param bytes all values
 */
public record Tensor(int type, int[] dims, byte[] bytes) {
    public static final int FLOAT = 1;
    public static final int UINT8 = 2;
    public static final int INT8 = 3;
    public static final int UINT16 = 4;
    public static final int INT16 = 5;
    public static final int INT32 = 6;
    public static final int INT64 = 7;
    public static final int BOOL = 9;
    public static final int FLOAT16 = 10;
    public static final int DOUBLE = 11;
    public static final int UINT32 = 12;
    public static final int UINT64 = 13;
    public static final int BFLOAT16 = 16;

    /** Most elements of one constant. */
    public static final int MAX_ELEMENTS = 1 << 27;

    public Tensor {
        long wanted = (long) elements(dims) * width(type);
        if (bytes.length != wanted) {
            throw OnnxException.damaged(
                    "a tensor %s of %d bytes for %d"
                            .formatted(Arrays.toString(dims), bytes.length, wanted));
        }
    }

    public static Tensor of(int[] dims, float... values) {
        ByteBuffer bytes = room(values.length, Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return new Tensor(FLOAT, dims, bytes.array());
    }

    public static Tensor scalar(float value) {
        return of(new int[0], value);
    }

    /** Whole numbers of any type but the floating ones. */
    public static Tensor whole(int type, int[] dims, long... values) {
        int width = width(type);
        ByteBuffer bytes = room(values.length, width);
        for (long value : values) {
            switch (width) {
                case 1 -> bytes.put((byte) value);
                case 2 -> bytes.putShort((short) value);
                case 4 -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return new Tensor(type, dims, bytes.array());
    }

    /** A list of int64, as shapes and axes are given. */
    public static Tensor list(long... values) {
        return whole(INT64, new int[] {values.length}, values);
    }

    private static ByteBuffer room(int count, int width) {
        return ByteBuffer.allocate(Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of one element. */
    static int width(int type) {
        return switch (type) {
            case UINT8, INT8, BOOL -> 1;
            case UINT16, INT16, FLOAT16, BFLOAT16 -> 2;
            case FLOAT, INT32, UINT32 -> 4;
            case INT64, UINT64, DOUBLE -> 8;
            default ->
                    throw OnnxException.damaged(
                            "a tensor of element type " + type + ", which is no number");
        };
    }

    /** The product of all sides. */
    public static int elements(int[] dims) {
        long count = 1;
        for (int dim : dims) {
            if (dim < 0 || dim > 0 && count * dim > MAX_ELEMENTS) {
                throw OnnxException.damaged(
                        "a tensor %s, more than %d elements"
                                .formatted(Arrays.toString(dims), MAX_ELEMENTS));
            }
            count *= dim;
        }
        return (int) count;
    }

    public int elements() {
        return elements(dims);
    }

    public boolean isFloating() {
        return type == FLOAT || type == DOUBLE || type == FLOAT16 || type == BFLOAT16;
    }

    /** All values as float32. */
    public float[] floats() {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[elements()];
        if (!isFloating()) {
            long[] whole = integers();
            for (int i = 0; i < values.length; i++) {
                values[i] = whole[i];
            }
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (type) {
                        case FLOAT -> in.getFloat();
                        case DOUBLE -> (float) in.getDouble();
                        case FLOAT16 -> Float.float16ToFloat(in.getShort());
                        default -> Float.intBitsToFloat(in.getShort() << 16);
                    };
        }
        return values;
    }

    /** All values as whole numbers; fractions are cut off. */
    public long[] integers() {
        long[] values = new long[elements()];
        if (isFloating()) {
            float[] floats = floats();
            for (int i = 0; i < values.length; i++) {
                values[i] = (long) floats[i];
            }
            return values;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (type) {
                        case UINT8, BOOL -> in.get() & 0xFF;
                        case INT8 -> in.get();
                        case UINT16 -> in.getShort() & 0xFFFF;
                        case INT16 -> in.getShort();
                        case INT32 -> in.getInt();
                        case UINT32 -> in.getInt() & 0xFFFF_FFFFL;
                        default -> in.getLong();
                    };
        }
        return values;
    }

    /** The same values under other sides. */
    public Tensor shaped(int... sides) {
        return new Tensor(type, sides, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && type == that.type
                && Arrays.equals(dims, that.dims)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return "Tensor[type %d, %s]".formatted(type, Arrays.toString(dims));
    }
}
