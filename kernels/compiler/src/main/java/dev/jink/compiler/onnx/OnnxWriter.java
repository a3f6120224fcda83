package dev.jink.compiler.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import java.io.IOException;
import java.io.UncheckedIOException;

/** From a graph to the bytes of a file. */
public final class OnnxWriter {
    private static final int IR_VERSION = 8;

    private OnnxWriter() {}

    public static byte[] bytes(OnnxModel model) {
        Message graph = new Message();
        for (OnnxNode node : model.nodes()) {
            graph.message(1, node(node));
        }
        graph.text(2, "network");
        model.constants().forEach((name, tensor) -> graph.message(5, tensor(tensor).text(8, name)));
        model.inputs().forEach(input -> graph.message(11, value(input)));
        model.outputs().forEach(output -> graph.message(12, value(output)));
        return new Message()
                .number(1, IR_VERSION)
                .text(2, "jink")
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, model.opset()))
                .message(8, new Message().text(1, "com.microsoft").number(2, 1))
                .toBytes();
    }

    private static Message node(OnnxNode node) {
        Message message = new Message();
        node.inputs().forEach(input -> message.text(1, input));
        node.outputs().forEach(output -> message.text(2, output));
        message.text(3, node.name()).text(4, node.op());
        node.attributes().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> message.message(5, attribute(entry.getKey(), entry.getValue())));
        return node.domain().isEmpty() ? message : message.text(7, node.domain());
    }

    private static Message attribute(String name, Object value) {
        Message attribute = new Message().text(1, name);
        switch (value) {
            case Float real -> attribute.real(2, real).number(20, AttributeFields.FLOAT);
            case Long number -> attribute.number(3, number).number(20, AttributeFields.INT);
            case String text -> attribute.text(4, text).number(20, AttributeFields.STRING);
            case Tensor tensor ->
                    attribute.message(5, tensor(tensor)).number(20, AttributeFields.TENSOR);
            case float[] reals -> {
                for (float real : reals) {
                    attribute.real(7, real);
                }
                attribute.number(20, AttributeFields.FLOATS);
            }
            case long[] numbers -> {
                for (long number : numbers) {
                    attribute.number(8, number);
                }
                attribute.number(20, AttributeFields.INTS);
            }
            default -> throw new IllegalArgumentException("attribute " + name + ": " + value);
        }
        return attribute;
    }

    private static Message tensor(Tensor tensor) {
        Message message = new Message();
        for (int side : tensor.dims()) {
            message.number(1, side);
        }
        return message.number(2, tensor.type()).bytes(9, tensor.bytes());
    }

    private static Message value(OnnxValue value) {
        Message type = new Message().number(1, value.type());
        if (value.dims() != null) {
            Message shape = new Message();
            for (int i = 0; i < value.dims().length; i++) {
                int side = value.dims()[i];
                shape.message(
                        1,
                        side < 0
                                ? new Message().text(2, value.name() + "_" + i)
                                : new Message().number(1, side));
            }
            type.message(2, shape);
        }
        return new Message().text(1, value.name()).message(2, new Message().message(1, type));
    }

    /** A protobuf message being written. */
    private static final class Message {
        private final ByteString.Output bytes = ByteString.newOutput();
        private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

        Message number(int field, long value) {
            return write(() -> out.writeInt64(field, value));
        }

        Message real(int field, float value) {
            return write(() -> out.writeFloat(field, value));
        }

        Message text(int field, String value) {
            return write(() -> out.writeString(field, value));
        }

        Message bytes(int field, byte[] value) {
            return write(() -> out.writeByteArray(field, value));
        }

        Message message(int field, Message value) {
            return write(() -> out.writeBytes(field, value.toByteString()));
        }

        byte[] toBytes() {
            return toByteString().toByteArray();
        }

        private ByteString toByteString() {
            write(out::flush);
            return bytes.toByteString();
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
