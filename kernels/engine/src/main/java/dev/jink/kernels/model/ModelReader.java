package dev.jink.kernels.model;

import static dev.jink.kernels.model.ModelHeader.INT;
import static dev.jink.kernels.model.ModelHeader.LONG;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Wire;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads a mapped model file, in this order: is it a model, of this version, whole; do the checksums
 * hold; does every section lie where the format puts it; and only then the numbers.
 *
 * <p>Every length is compared with what the layer's shape demands and with the file's own size
 * before anything is sized after it, so a file never makes us take more memory than it has bytes.
 */
final class ModelReader {
    private final String name;
    private final MemorySegment file;

    ModelReader(String name, MemorySegment file) {
        this.name = name;
        this.file = file;
    }

    Model read() throws ModelFileException {
        checkWhole();
        checkSums();
        SectionCursor cursor = new SectionCursor(this, file);
        try {
            Shape input =
                    new Shape(
                            file.get(INT, ModelHeader.HEIGHT_AT),
                            file.get(INT, ModelHeader.WIDTH_AT),
                            file.get(INT, ModelHeader.CHANNELS_AT));
            Map<String, String> metadata = new MetadataReader(this, cursor).read();
            LayerReader layerReader = new LayerReader(this, cursor);
            List<Layer> layers = new ArrayList<>();
            List<Wire> wires = new ArrayList<>();
            List<LayerDescriptor> descriptors = new ArrayList<>();
            int count = file.get(INT, ModelHeader.LAYERS_AT);
            check(
                    count >= 1 && count <= Model.MAX_LAYERS,
                    "layers",
                    count,
                    "1.." + Model.MAX_LAYERS);
            for (int i = 0; i < count; i++) {
                LayerDescriptor descriptor = layerReader.descriptor(i);
                layers.add(layerReader.read(i, descriptor));
                wires.add(descriptor.wire(i));
                descriptors.add(descriptor);
            }
            int version = file.get(INT, ModelHeader.VERSION_AT);
            int lowest = LayerDescriptor.version(descriptors);
            check(version == lowest, "version", version, lowest + ", which says all that is in it");
            Model bare = new Model(input, layers, wires, metadata, null);
            Golden golden = golden(cursor, bare);
            cursor.end();
            checkZero(ModelHeader.VERSION_AT + 4, 4, "header");
            checkZero(ModelHeader.TABLE_CRC_AT + 4, 12, "header");
            checkZero(ModelHeader.SHA_AT + ModelHeader.SHA_BYTES, 32, "header");
            return golden == null ? bare : new Model(input, layers, wires, metadata, golden);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException("model file " + name + ": " + e.getMessage(), e);
        }
    }

    private Golden golden(SectionCursor cursor, Model model) throws ModelFileException {
        int has = file.get(INT, ModelHeader.GOLDEN_AT);
        check(has == 0 || has == 1, "golden flag", has, "0 or 1");
        if (has == 0) {
            return null;
        }
        byte[] input = cursor.bytes(SectionKind.GOLDEN_INPUT, 0, model.input().elements());
        float[] output = cursor.floats(SectionKind.GOLDEN_OUTPUT, 0, model.output().elements());
        return new Golden(input, output);
    }

    private void checkWhole() throws ModelFileException {
        long size = file.byteSize();
        boolean ours =
                size >= Long.BYTES && file.get(LONG, ModelHeader.MAGIC_AT) == ModelHeader.MAGIC;
        if (!ours) {
            throw wrong("first 8 bytes", firstBytes(), "JINKMODL", "it is not a model file");
        }
        if (size < ModelHeader.BYTES) {
            throw wrong(
                    "length", size, "at least " + ModelHeader.BYTES, "it is truncated, copy again");
        }
        long version = Integer.toUnsignedLong(file.get(INT, ModelHeader.VERSION_AT));
        if (version < 1 || version > ModelHeader.VERSION) {
            throw wrong(
                    "version",
                    version,
                    "1.." + ModelHeader.VERSION,
                    version > ModelHeader.VERSION
                            ? "a newer Jink wrote it, update Jink or export the model again"
                            : "there was no such version, export the model again");
        }
        long wanted = file.get(LONG, ModelHeader.FILE_BYTES_AT);
        if (size != wanted) {
            throw wrong(
                    "length",
                    size + " bytes",
                    Long.toUnsignedString(wanted),
                    size < wanted || wanted < 0
                            ? "it is truncated, copy it again"
                            : "something was appended to it, copy it again");
        }
    }

    private void checkSums() throws ModelFileException {
        long sections = Integer.toUnsignedLong(file.get(INT, ModelHeader.SECTIONS_AT));
        long room = (file.byteSize() - ModelHeader.BYTES) / ModelHeader.ENTRY_BYTES;
        check(sections >= 1 && sections <= room, "sections", sections, "1.." + room);
        MemorySegment table = file.asSlice(ModelHeader.BYTES, sections * ModelHeader.ENTRY_BYTES);
        checkCrc("section table", table, file.get(INT, ModelHeader.TABLE_CRC_AT));
        for (long i = 0; i < sections; i++) {
            long entry = i * ModelHeader.ENTRY_BYTES;
            long offset = table.get(LONG, entry + ModelHeader.ENTRY_OFFSET_AT);
            long bytes = table.get(LONG, entry + ModelHeader.ENTRY_BYTES_AT);
            boolean inside =
                    offset >= 0
                            && bytes >= 0
                            && offset <= file.byteSize()
                            && bytes <= file.byteSize() - offset;
            check(
                    inside,
                    "section " + i,
                    "offset %s length %s"
                            .formatted(Long.toUnsignedString(offset), Long.toUnsignedString(bytes)),
                    "inside the file's " + file.byteSize() + " bytes");
            checkCrc(
                    "section %d (%s, layer %d)"
                            .formatted(
                                    i,
                                    SectionKind.of(
                                            table.get(INT, entry + ModelHeader.ENTRY_KIND_AT)),
                                    table.get(INT, entry + ModelHeader.ENTRY_LAYER_AT)),
                    file.asSlice(offset, bytes),
                    table.get(INT, entry + ModelHeader.ENTRY_CRC_AT));
        }
        byte[] wanted =
                file.asSlice(ModelHeader.SHA_AT, ModelHeader.SHA_BYTES)
                        .toArray(ValueLayout.JAVA_BYTE);
        byte[] got = Checksums.sha256(file);
        if (!Arrays.equals(got, wanted)) {
            throw wrong("SHA-256", hex(got), hex(wanted), "it was changed, copy it again");
        }
    }

    private void checkCrc(String what, MemorySegment bytes, int wanted) throws ModelFileException {
        int got = Checksums.crc32c(bytes);
        if (got != wanted) {
            throw wrong(
                    "CRC32C of " + what,
                    "%08x".formatted(got),
                    "%08x".formatted(wanted),
                    "it was changed, copy it again");
        }
    }

    /** Refuses with {@code what, got, wanted} unless {@code holds}. */
    void check(boolean holds, String what, Object got, Object wanted) throws ModelFileException {
        if (!holds) {
            throw wrong(what, got, wanted, "it was not written by Jink, export the model again");
        }
    }

    /** Bytes that mean nothing must be 0: a model has exactly one file. */
    void checkZero(long offset, long bytes, String what) throws ModelFileException {
        for (long i = offset; i < offset + bytes; i++) {
            byte value = file.get(ValueLayout.JAVA_BYTE, i);
            if (value != 0) {
                check(false, "unused byte %d of the %s".formatted(i, what), value, 0);
            }
        }
    }

    private ModelFileException wrong(String what, Object got, Object wanted, String wayOut) {
        return new ModelFileException(
                "model file %s: %s: got %s, wanted %s: %s"
                        .formatted(name, what, got, wanted, wayOut));
    }

    private String firstBytes() {
        long length = Math.min(Long.BYTES, file.byteSize());
        return length == 0
                ? "an empty file"
                : "bytes "
                        + HexFormat.of()
                                .formatHex(file.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 8) + "…";
    }
}
