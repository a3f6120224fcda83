package dev.jink.kernels.model;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.jink.kernels.Slab;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a model file ({@code .jink}), versions 1 and 2. Little-endian throughout.
 *
 * <pre>
 *   byte    0       4       8       12      16      20      24      28      32
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *      0   |  magic JINKMODL   |version| 0     |   file bytes  |sections|layers|
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *     32   | height| width | chans | golden| crc of  | 0                     |
 *          |       of the input    | 0 | 1 | table   |                       |
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *     64   |                            SHA-256                            |
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *     96   | 0                                                             |
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *    128   | section 0: kind | layer | offset (u64) | bytes (u64) | crc | 0 |
 *          +-------+-------+-------+-------+-------+-------+-------+-------+
 *    160   | section 1 ...                                                 |
 *          +---------------------------------------------------------------+
 *          | 0 up to a multiple of 64                                      |
 *          +---------------------------------------------------------------+
 *          | bytes of section 0, then 0 up to a multiple of 64             |
 *          +---------------------------------------------------------------+
 *          | bytes of section 1 ...                                        |
 * </pre>
 *
 * Every number is unsigned, 4 bytes wide unless it says u64. The SHA-256 is taken over the whole
 * file with its own 32 bytes as 0. A CRC is a CRC32C: one over the section table, one over the
 * bytes of each section. Sections follow each other in the order of the table, each at the next
 * multiple of 64, and the file ends with the last one's padding, so one model has exactly one file.
 *
 * <p>Order of sections: METADATA; for each layer LAYER, then its arrays; GOLDEN_INPUT and
 * GOLDEN_OUTPUT when golden is 1. A LAYER section is 64 bytes:
 *
 * <pre>
 *   byte    0       4       8       12      16      20      24      28      32      36      40
 *          +-------+-------+-------+-------+-------+-------+-------+-------+-------+-------+
 *          | type  |height |width  |chans  |out    |kernel |stride |dila-  |zero   |short- |
 *          | 1 .. 8|       of its input    |chans  |factor |       |tion   |point  |cut    |
 *          |       |                       |       |       |       |       |       |kind   |
 *          +-------+-------+-------+-------+-------+-------+-------+-------+-------+-------+
 *     40   | back  | other |padding|groups |log2 of|inverse|
 *          | - 1   | back  |       | - 1   | bits  | step  |
 *          +-------+-------+-------+-------+-------+-------+
 *     type 1 input convolution: WEIGHTS_8  SCALE BIAS GAMMA BETA ZETA
 *          2 binary convolution: WEIGHTS_1 SHIFT SCALE BIAS GAMMA BETA ZETA
 *          3 head: WEIGHTS_32 BIAS
 *          4 8-bit head: WEIGHTS_8 SCALE BIAS
 *          5 pool, 6 upsample, 7 concat (out chans: of the other input): nothing
 *          8 add: GAMMA BETA ZETA
 *     what a type does not have is 0
 *     shortcut 0 none, 1 identity, 2 pool2, 3 other; pool 0 max, 1 average; upsample 0 nearest,
 *     1 bilinear; padding 0 same, 1 valid, 2 late
 *     back: how many layers before this one its input is made, so 0 stands for the layer before;
 *     other back: the same of the second input, 0 for none
 *     inverse step: float32, 0 for one bit
 * </pre>
 *
 * Version 1 is all of this with nothing but 0 from byte 40 on, types up to 3 and shortcuts up to 2.
 * A file has the lowest version that can say what it says.
 *
 * <p>METADATA is a count, then for each entry, sorted by key: length and UTF-8 bytes of the key,
 * length and UTF-8 bytes of the value.
 */
final class ModelHeader {
    static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The bytes JINKMODL read as a little-endian long. */
    static final long MAGIC = 0x4C44_4F4D_4B4E_494AL;

    static final int VERSION = 2;
    static final int BYTES = 128;
    static final int ENTRY_BYTES = 32;
    static final int LAYER_BYTES = 64;
    static final int SHA_BYTES = 32;

    static final int MAGIC_AT = 0;
    static final int VERSION_AT = 8;
    static final int FILE_BYTES_AT = 16;
    static final int SECTIONS_AT = 24;
    static final int LAYERS_AT = 28;
    static final int HEIGHT_AT = 32;
    static final int WIDTH_AT = 36;
    static final int CHANNELS_AT = 40;
    static final int GOLDEN_AT = 44;
    static final int TABLE_CRC_AT = 48;
    static final int SHA_AT = 64;

    static final int ENTRY_KIND_AT = 0;
    static final int ENTRY_LAYER_AT = 4;
    static final int ENTRY_OFFSET_AT = 8;
    static final int ENTRY_BYTES_AT = 16;
    static final int ENTRY_CRC_AT = 24;

    static final int TYPE_INPUT = 1;
    static final int TYPE_BINARY = 2;
    static final int TYPE_HEAD = 3;
    static final int TYPE_QUANTIZED_HEAD = 4;
    static final int TYPE_POOL = 5;
    static final int TYPE_UPSAMPLE = 6;
    static final int TYPE_CONCAT = 7;
    static final int TYPE_ADD = 8;

    private ModelHeader() {}

    /**
     * A section in its place.
     *
     * @param layer index of the layer it belongs to, 0 when to none
     * @param offset from the start of the file
     * @param bytes without padding
     */
    record Section(SectionKind kind, int layer, long offset, long bytes) {
        long end() {
            return Slab.align(offset + bytes);
        }
    }

    /** Where the first section begins behind a table of {@code sections} entries. */
    static long firstOffset(int sections) {
        return Slab.align(BYTES + (long) sections * ENTRY_BYTES);
    }

    /** Collects sections in file order, each where the one before it ends. */
    static final class Sections {
        private final List<SectionKind> kinds = new ArrayList<>();
        private final List<Integer> layers = new ArrayList<>();
        private final List<Long> lengths = new ArrayList<>();

        void add(SectionKind kind, int layer, long elements) {
            kinds.add(kind);
            layers.add(layer);
            lengths.add(Math.multiplyExact(elements, kind.elementBytes));
        }

        List<Section> placed() {
            List<Section> placed = new ArrayList<>();
            long offset = firstOffset(kinds.size());
            for (int i = 0; i < kinds.size(); i++) {
                Section section = new Section(kinds.get(i), layers.get(i), offset, lengths.get(i));
                placed.add(section);
                offset = section.end();
            }
            return placed;
        }
    }
}
