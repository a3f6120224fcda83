package dev.jink.kernels.model;

import static dev.jink.kernels.model.ModelHeader.INT;
import static dev.jink.kernels.model.ModelHeader.LONG;

import dev.jink.kernels.model.ModelHeader.Section;
import dev.jink.kernels.model.ModelHeader.Sections;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Upsample;
import dev.jink.kernels.plan.WeightBits;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a model out as a file: {@link #fileBytes()} first, then {@link #write} into that much. */
final class ModelWriter {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Model model;
    private final Sections sections = new Sections();
    private final List<LayerDescriptor> descriptors = new ArrayList<>();
    private final List<Object> arrays = new ArrayList<>();
    private final List<Section> placed;

    ModelWriter(Model model) {
        this.model = model;
        for (int i = 0; i < model.layers().size(); i++) {
            descriptors.add(LayerDescriptor.of(i, model.layers().get(i), model.wires().get(i)));
        }
        add(SectionKind.METADATA, 0, metadata(model.metadata()));
        for (int i = 0; i < model.layers().size(); i++) {
            addLayer(i, model.layers().get(i));
        }
        if (model.golden() != null) {
            add(SectionKind.GOLDEN_INPUT, 0, model.golden().input());
            add(SectionKind.GOLDEN_OUTPUT, 0, model.golden().output());
        }
        placed = sections.placed();
    }

    long fileBytes() {
        return placed.getLast().end();
    }

    /**
     * @param file {@link #fileBytes()} long and all 0. Modified.
     * @return the SHA-256 that was written into it
     */
    byte[] write(MemorySegment file) {
        for (int i = 0; i < placed.size(); i++) {
            Section section = placed.get(i);
            MemorySegment bytes = file.asSlice(section.offset(), section.bytes());
            copy(arrays.get(i), bytes);
            long entry = ModelHeader.BYTES + (long) i * ModelHeader.ENTRY_BYTES;
            file.set(INT, entry + ModelHeader.ENTRY_KIND_AT, section.kind().code);
            file.set(INT, entry + ModelHeader.ENTRY_LAYER_AT, section.layer());
            file.set(LONG, entry + ModelHeader.ENTRY_OFFSET_AT, section.offset());
            file.set(LONG, entry + ModelHeader.ENTRY_BYTES_AT, section.bytes());
            file.set(INT, entry + ModelHeader.ENTRY_CRC_AT, Checksums.crc32c(bytes));
        }
        long tableBytes = (long) placed.size() * ModelHeader.ENTRY_BYTES;
        MemorySegment table = file.asSlice(ModelHeader.BYTES, tableBytes);
        file.set(LONG, ModelHeader.MAGIC_AT, ModelHeader.MAGIC);
        file.set(INT, ModelHeader.VERSION_AT, LayerDescriptor.version(descriptors));
        file.set(LONG, ModelHeader.FILE_BYTES_AT, fileBytes());
        file.set(INT, ModelHeader.SECTIONS_AT, placed.size());
        file.set(INT, ModelHeader.LAYERS_AT, model.layers().size());
        file.set(INT, ModelHeader.HEIGHT_AT, model.input().height());
        file.set(INT, ModelHeader.WIDTH_AT, model.input().width());
        file.set(INT, ModelHeader.CHANNELS_AT, model.input().channels());
        file.set(INT, ModelHeader.GOLDEN_AT, model.golden() == null ? 0 : 1);
        file.set(INT, ModelHeader.TABLE_CRC_AT, Checksums.crc32c(table));
        byte[] sha256 = Checksums.sha256(file);
        MemorySegment.copy(
                sha256, 0, file, ValueLayout.JAVA_BYTE, ModelHeader.SHA_AT, sha256.length);
        return sha256;
    }

    private void addLayer(int i, Layer layer) {
        add(SectionKind.LAYER, i, descriptors.get(i).ints());
        switch (layer) {
            case InputConv conv -> {
                add(SectionKind.WEIGHTS_8, i, conv.weights());
                addChannels(i, conv.scale(), conv.bias(), conv.activation());
            }
            case BinaryConv conv -> {
                add(SectionKind.WEIGHTS_1, i, conv.weights());
                add(SectionKind.SHIFT, i, conv.quantizer().shift());
                addChannels(i, conv.scale(), conv.bias(), conv.activation());
            }
            case Head head -> {
                add(SectionKind.WEIGHTS_32, i, head.weights());
                add(SectionKind.BIAS, i, head.bias());
            }
            case QuantizedHead head -> {
                add(SectionKind.WEIGHTS_8, i, head.weights());
                add(SectionKind.SCALE, i, head.scale());
                add(SectionKind.BIAS, i, head.bias());
            }
            case Add sum -> addActivation(i, sum.activation());
            case Pool pool -> {}
            case Upsample upsample -> {}
            case Concat concat -> {}
        }
    }

    private void addChannels(int i, float[] scale, float[] bias, RPReLU activation) {
        add(SectionKind.SCALE, i, scale);
        add(SectionKind.BIAS, i, bias);
        addActivation(i, activation);
    }

    private void addActivation(int i, RPReLU activation) {
        add(SectionKind.GAMMA, i, activation.gamma());
        add(SectionKind.BETA, i, activation.beta());
        add(SectionKind.ZETA, i, activation.zeta());
    }

    private void add(SectionKind kind, int layer, Object array) {
        arrays.add(array);
        long elements =
                switch (array) {
                    case byte[] bytes -> bytes.length;
                    case int[] ints -> ints.length;
                    case WeightBits bits -> bits.words();
                    case float[] floats -> floats.length;
                    default -> throw new AssertionError(array.getClass());
                };
        sections.add(kind, layer, elements);
    }

    private static void copy(Object array, MemorySegment to) {
        switch (array) {
            case byte[] bytes ->
                    MemorySegment.copy(bytes, 0, to, ValueLayout.JAVA_BYTE, 0, bytes.length);
            case int[] ints -> MemorySegment.copy(ints, 0, to, INT, 0, ints.length);
            case WeightBits bits ->
                    MemorySegment.copy(
                            bits.segment(), ValueLayout.JAVA_LONG, 0, to, LONG, 0, bits.words());
            case float[] floats -> MemorySegment.copy(floats, 0, to, FLOAT, 0, floats.length);
            default -> throw new AssertionError(array.getClass());
        }
    }

    private static byte[] metadata(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(littleEndian(entries.size()));
        entries.forEach(
                (key, value) -> {
                    for (String text : List.of(key, value)) {
                        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                        bytes.writeBytes(littleEndian(utf8.length));
                        bytes.writeBytes(utf8);
                    }
                });
        return bytes.toByteArray();
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
