package dev.jink.kernels.model;

import static dev.jink.kernels.model.ModelHeader.INT;
import static dev.jink.kernels.model.ModelHeader.LONG;

import dev.jink.kernels.Slab;
import dev.jink.kernels.plan.WeightBits;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Walks the sections in file order. Whoever takes one says which it must be and how many elements
 * it must have; place and length are checked before its bytes are handed out.
 */
final class SectionCursor {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** What one Java array holds on every JVM. */
    private static final long MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private final ModelReader reader;
    private final MemorySegment file;
    private final int sections;
    private int next;
    private long end;

    SectionCursor(ModelReader reader, MemorySegment file) throws ModelFileException {
        this.reader = reader;
        this.file = file;
        sections = file.get(INT, ModelHeader.SECTIONS_AT);
        long tableEnd = ModelHeader.BYTES + (long) sections * ModelHeader.ENTRY_BYTES;
        end = pad(tableEnd);
    }

    private long pad(long from) throws ModelFileException {
        long to = Slab.align(from);
        reader.check(to <= file.byteSize(), "length", file.byteSize(), "at least " + to);
        reader.checkZero(from, to - from, "padding");
        return to;
    }

    /** The bytes of the next section, whatever its length. */
    MemorySegment take(SectionKind kind, int layer) throws ModelFileException {
        String what = "section %d".formatted(next);
        reader.check(next < sections, "sections", sections, "one more, " + kind);
        long entry = ModelHeader.BYTES + (long) next * ModelHeader.ENTRY_BYTES;
        int code = file.get(INT, entry + ModelHeader.ENTRY_KIND_AT);
        SectionKind got = SectionKind.of(code);
        reader.check(got == kind, what, got == null ? "kind " + code : got, kind);
        int gotLayer = file.get(INT, entry + ModelHeader.ENTRY_LAYER_AT);
        reader.check(gotLayer == layer, what + " layer", gotLayer, layer);
        long offset = file.get(LONG, entry + ModelHeader.ENTRY_OFFSET_AT);
        reader.check(offset == end, what + " offset", offset, end);
        reader.checkZero(entry + ModelHeader.ENTRY_CRC_AT + 4, 4, "section table");
        long bytes = file.get(LONG, entry + ModelHeader.ENTRY_BYTES_AT);
        MemorySegment section = file.asSlice(offset, bytes);
        end = pad(offset + bytes);
        next++;
        return section;
    }

    private MemorySegment take(SectionKind kind, int layer, long elements)
            throws ModelFileException {
        MemorySegment section = take(kind, layer);
        reader.check(
                elements <= MAX_ELEMENTS || kind == SectionKind.WEIGHTS_1,
                "%s of layer %d".formatted(kind, layer),
                elements + " elements",
                "at most " + MAX_ELEMENTS);
        long wanted = elements * kind.elementBytes;
        reader.check(
                section.byteSize() == wanted,
                "%s of layer %d".formatted(kind, layer),
                section.byteSize() + " bytes",
                wanted);
        return section;
    }

    byte[] bytes(SectionKind kind, int layer, long elements) throws ModelFileException {
        return take(kind, layer, elements).toArray(ValueLayout.JAVA_BYTE);
    }

    int[] ints(SectionKind kind, int layer, long elements) throws ModelFileException {
        return take(kind, layer, elements).toArray(INT);
    }

    /**
     * The weights of a binary layer. Many of them stay in the mapped file, which must then outlive
     * the model; few are copied, so that nothing that happens to the file later can reach a flight.
     */
    WeightBits weights(int layer, long words) throws ModelFileException {
        MemorySegment section = take(SectionKind.WEIGHTS_1, layer, words);
        boolean stay =
                section.byteSize() >= ModelFile.MAPPED_BYTES
                        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        return stay ? WeightBits.in(section) : WeightBits.of(section.toArray(LONG));
    }

    float[] floats(SectionKind kind, int layer, long elements) throws ModelFileException {
        return take(kind, layer, elements).toArray(FLOAT);
    }

    /** After the last section: nothing may follow. */
    void end() throws ModelFileException {
        reader.check(next == sections, "sections", sections, next);
        reader.check(end == file.byteSize(), "end of sections", end, file.byteSize());
    }
}
