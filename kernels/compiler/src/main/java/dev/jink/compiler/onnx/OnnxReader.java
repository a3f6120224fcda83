package dev.jink.compiler.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From a file to a graph. Unknown fields are skipped, so later versions of the format can be read;
 * whatever a hostile file holds ends in an {@link OnnxException} of one line.
 */
public final class OnnxReader {
    private static final long MAX_BYTES = 1L << 30;

    private final CodedInputStream in;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private final List<OnnxValue> inputs = new ArrayList<>();
    private final List<OnnxValue> outputs = new ArrayList<>();
    private long opset = -1;

    private OnnxReader(byte[] bytes) {
        in = CodedInputStream.newInstance(bytes);
    }

    /**
     * @throws OnnxException in one line that names the file
     */
    public static OnnxModel read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new OnnxException("got a folder, wanted an ONNX file: name the file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new OnnxException(
                        "got %d bytes, wanted at most %d: export a smaller network"
                                .formatted(Files.size(file), MAX_BYTES));
            }
            return read(Files.readAllBytes(file));
        } catch (OnnxException e) {
            throw e.in(file);
        } catch (NoSuchFileException e) {
            throw new OnnxException(
                    file + ": got no such file, wanted an ONNX file: check the path");
        } catch (IOException e) {
            throw new OnnxException(
                    "%s: got %s, wanted a readable file: check its rights".formatted(file, e));
        }
    }

    /**
     * @throws OnnxException in one line
     */
    public static OnnxModel read(byte[] bytes) {
        OnnxReader reader = new OnnxReader(bytes);
        try {
            reader.model();
        } catch (InvalidProtocolBufferException e) {
            throw OnnxException.damaged(
                    "a file that is damaged or cut off near byte " + reader.in.getTotalBytesRead());
        } catch (IOException e) {
            throw OnnxException.damaged(e.toString());
        }
        reader.inputs.removeIf(input -> reader.constants.containsKey(input.name()));
        if (reader.nodes.isEmpty() || reader.outputs.isEmpty() || reader.opset < 0) {
            throw OnnxException.damaged(
                    "%d nodes, %d outputs and %s"
                            .formatted(
                                    reader.nodes.size(),
                                    reader.outputs.size(),
                                    reader.opset < 0 ? "no opset" : "opset " + reader.opset));
        }
        return new OnnxModel(
                reader.nodes, reader.constants, reader.inputs, reader.outputs, reader.opset);
    }

    /** Reads one field of a message whose tag has been read. */
    private interface Field {
        void read(int field, int tag) throws IOException;
    }

    private void fields(Field each) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            each.read(tag >>> 3, tag);
        }
    }

    /** A message inside a message. */
    private void message(Field each) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(each);
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    private void model() throws IOException {
        fields(
                (field, tag) -> {
                    switch (field) {
                        case 7 -> message(this::graph);
                        case 8 -> opset();
                        default -> in.skipField(tag);
                    }
                });
    }

    private void opset() throws IOException {
        String[] domain = {""};
        long[] version = {-1};
        message(
                (field, tag) -> {
                    switch (field) {
                        case 1 -> domain[0] = in.readString();
                        case 2 -> version[0] = in.readInt64();
                        default -> in.skipField(tag);
                    }
                });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            opset = version[0];
        }
    }

    private void graph(int field, int tag) throws IOException {
        switch (field) {
            case 1 -> nodes.add(node());
            case 5 -> {
                TensorFields tensor = new TensorFields(in);
                message(tensor::read);
                constants.put(tensor.name(), tensor.tensor());
            }
            case 11 -> inputs.add(value());
            case 12 -> outputs.add(value());
            default -> in.skipField(tag);
        }
    }

    private OnnxNode node() throws IOException {
        List<String> reads = new ArrayList<>();
        List<String> gives = new ArrayList<>();
        Map<String, Object> attributes = new LinkedHashMap<>();
        String[] texts = {"", "", ""};
        message(
                (field, tag) -> {
                    switch (field) {
                        case 1 -> reads.add(in.readString());
                        case 2 -> gives.add(in.readString());
                        case 3 -> texts[0] = in.readString();
                        case 4 -> texts[1] = in.readString();
                        case 5 -> attribute(attributes);
                        case 7 -> texts[2] = in.readString();
                        default -> in.skipField(tag);
                    }
                });
        return new OnnxNode(texts[0], texts[1], texts[2], reads, gives, attributes);
    }

    private void attribute(Map<String, Object> attributes) throws IOException {
        AttributeFields attribute = new AttributeFields(in);
        message(
                (field, tag) -> {
                    if (field == 5) {
                        TensorFields tensor = new TensorFields(in);
                        message(tensor::read);
                        attribute.set(tensor.tensor());
                    } else {
                        attribute.read(field, tag);
                    }
                });
        if (attribute.value() != null) {
            attributes.put(attribute.name(), attribute.value());
        }
    }

    private OnnxValue value() throws IOException {
        String[] name = {""};
        int[] type = {0};
        List<Integer> dims = new ArrayList<>();
        boolean[] shaped = {false};
        Field shape =
                (field, tag) -> {
                    if (field == 1) {
                        dims.add(side());
                    } else {
                        in.skipField(tag);
                    }
                };
        Field tensor =
                (field, tag) -> {
                    switch (field) {
                        case 1 -> type[0] = in.readInt32();
                        case 2 -> {
                            shaped[0] = true;
                            message(shape);
                        }
                        default -> in.skipField(tag);
                    }
                };
        Field types =
                (field, tag) -> {
                    if (field == 1) {
                        message(tensor);
                    } else {
                        in.skipField(tag);
                    }
                };
        message(
                (field, tag) -> {
                    switch (field) {
                        case 1 -> name[0] = in.readString();
                        case 2 -> message(types);
                        default -> in.skipField(tag);
                    }
                });
        int[] sides = dims.stream().mapToInt(Integer::intValue).toArray();
        return new OnnxValue(name[0], type[0], shaped[0] ? sides : null);
    }

    private int side() throws IOException {
        long[] side = {-1};
        message(
                (field, tag) -> {
                    if (field == 1) {
                        side[0] = in.readInt64();
                    } else {
                        in.skipField(tag);
                    }
                });
        return side[0] < 1 || side[0] > Tensor.MAX_ELEMENTS ? -1 : (int) side[0];
    }
}
