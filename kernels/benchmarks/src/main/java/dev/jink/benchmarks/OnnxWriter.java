package dev.jink.benchmarks;

import com.google.protobuf.CodedOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * As much of the ONNX model format as a convolutional network needs, field by field over protobuf's
 * wire writer. Field numbers are those of {@code onnx.proto}.
 */
final class OnnxWriter {
    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;
    static final int INT32 = 6;

    private static final int IR_VERSION = 8;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final Message graph = new Message();

    /** Attributes of a node. */
    static final class Attributes {
        private final Message message = new Message();

        Attributes ints(String name, long... values) {
            Message attribute = new Message().text(1, name).number(20, ATTRIBUTE_INTS);
            for (long value : values) {
                attribute.number(8, value);
            }
            message.message(5, attribute);
            return this;
        }

        Attributes number(String name, long value) {
            message.message(
                    5, new Message().text(1, name).number(20, ATTRIBUTE_INT).number(3, value));
            return this;
        }
    }

    void node(String op, String domain, List<String> inputs, String output, Attributes with) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, op).append(with.message);
        if (!domain.isEmpty()) {
            node.text(7, domain);
        }
        graph.message(1, node);
    }

    /** A constant, in little-endian bytes. */
    void tensor(String name, int type, long[] shape, byte[] bytes) {
        Message tensor = new Message();
        for (long side : shape) {
            tensor.number(1, side);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, bytes));
    }

    void scalar(String name, float value) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tensor(name, FLOAT, new long[0], bytes.putFloat(value).array());
    }

    void scalar(String name, int type, byte value) {
        tensor(name, type, new long[0], new byte[] {value});
    }

    /** The whole model, with one input and one output of the same element type. */
    byte[] model(
            int opset, String input, long[] inShape, String output, long[] outShape, int type) {
        graph.text(2, "network")
                .message(11, value(input, inShape, type))
                .message(12, value(output, outShape, type));
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, opset))
                .message(8, new Message().text(1, "com.microsoft").number(2, 1))
                .toBytes();
    }

    private static Message value(String name, long[] shape, int type) {
        Message sides = new Message();
        for (long side : shape) {
            sides.message(1, new Message().number(1, side));
        }
        Message tensor = new Message().number(1, type).message(2, sides);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A protobuf message being written. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

        Message number(int field, long value) {
            return write(() -> out.writeInt64(field, value));
        }

        Message text(int field, String value) {
            return write(() -> out.writeString(field, value));
        }

        Message bytes(int field, byte[] value) {
            return write(() -> out.writeByteArray(field, value));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        Message append(Message other) {
            return write(() -> out.writeRawBytes(other.toBytes()));
        }

        byte[] toBytes() {
            write(out::flush);
            return bytes.toByteArray();
        }

        private Message write(Field field) {
            try {
                field.write();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private interface Field {
            void write() throws IOException;
        }
    }
}
