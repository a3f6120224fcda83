package dev.jink.compiler.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The fields of one TensorProto: its values lie in one of five of them, packed or one by one. */
final class TensorFields {
    private final CodedInputStream in;
    private final List<Long> dims = new ArrayList<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private byte[] raw;
    private String name = "";
    private int type;
    private boolean outside;

    TensorFields(CodedInputStream in) {
        this.in = in;
    }

    String name() {
        return name;
    }

    void read(int field, int tag) throws IOException {
        switch (field) {
            case 1 -> each(tag, () -> dims.add(in.readInt64()));
            case 2 -> type = in.readInt32();
            case 4 -> each(tag, () -> put(4, in.readRawLittleEndian32()));
            case 5 -> each(tag, () -> put(Tensor.width(type), in.readInt32()));
            case 7, 11 -> each(tag, () -> put(Tensor.width(type), in.readInt64()));
            case 8 -> name = in.readString();
            case 9 -> raw = in.readByteArray();
            case 10 -> each(tag, () -> put(8, in.readRawLittleEndian64()));
            case 14 -> outside = in.readInt32() == 1;
            default -> in.skipField(tag);
        }
    }

    /** Reads one value. */
    private interface One {
        void read() throws IOException;
    }

    private void each(int tag, One one) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            one.read();
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            one.read();
        }
        in.popLimit(outer);
    }

    private void put(int width, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        typed.write(bytes.putLong(value).array(), 0, width);
    }

    Tensor tensor() {
        if (outside) {
            throw new OnnxException(
                    "tensor '%s': got values in a file of their own, wanted all in one: export"
                                    .formatted(name)
                            + " without external data");
        }
        int[] sides = new int[dims.size()];
        for (int i = 0; i < sides.length; i++) {
            if (dims.get(i) < 0 || dims.get(i) > Tensor.MAX_ELEMENTS) {
                throw OnnxException.damaged("a tensor with a side of " + dims.get(i));
            }
            sides[i] = dims.get(i).intValue();
        }
        return new Tensor(type, sides, raw == null ? typed.toByteArray() : raw);
    }
}
