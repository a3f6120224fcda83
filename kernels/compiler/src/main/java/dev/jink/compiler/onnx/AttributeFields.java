package dev.jink.compiler.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fields of one AttributeProto but its tensor; subgraphs and lists of texts are left out. */
final class AttributeFields {
    static final int FLOAT = 1;
    static final int INT = 2;
    static final int STRING = 3;
    static final int TENSOR = 4;
    static final int FLOATS = 6;
    static final int INTS = 7;

    private final CodedInputStream in;
    private final List<Float> floats = new ArrayList<>();
    private final List<Long> ints = new ArrayList<>();
    private String name = "";
    private Object single;
    private int type;

    AttributeFields(CodedInputStream in) {
        this.in = in;
    }

    String name() {
        return name;
    }

    void set(Tensor tensor) {
        single = tensor;
    }

    void read(int field, int tag) throws IOException {
        switch (field) {
            case 1 -> name = in.readString();
            case 2 -> single = in.readFloat();
            case 3 -> single = in.readInt64();
            case 4 -> single = in.readString();
            case 7 -> packed(tag, floats, in::readFloat);
            case 8 -> packed(tag, ints, in::readInt64);
            case 20 -> type = in.readInt32();
            default -> in.skipField(tag);
        }
    }

    /** Reads one value. */
    private interface One<T> {
        T read() throws IOException;
    }

    private <T> void packed(int tag, List<T> into, One<T> one) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            into.add(one.read());
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            into.add(one.read());
        }
        in.popLimit(outer);
    }

    /** Null when it is of a kind that no operator here has. */
    Object value() {
        if (type == INTS || !ints.isEmpty()) {
            return ints.stream().mapToLong(Long::longValue).toArray();
        }
        if (type == FLOATS || !floats.isEmpty()) {
            float[] values = new float[floats.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = floats.get(i);
            }
            return values;
        }
        if (single == null) {
            // Zero is what protobuf leaves out.
            return switch (type) {
                case FLOAT -> 0f;
                case INT -> 0L;
                case STRING -> "";
                default -> null;
            };
        }
        return single;
    }
}
