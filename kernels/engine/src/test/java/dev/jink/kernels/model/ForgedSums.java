package dev.jink.kernels.model;

import static dev.jink.kernels.model.ModelHeader.INT;
import static dev.jink.kernels.model.ModelHeader.LONG;

import java.lang.foreign.MemorySegment;

/** Model files in memory, with checksums set right after a change. */
final class ForgedSums {
    private ForgedSums() {}

    static Model read(byte[] bytes) throws ModelFileException {
        return new ModelReader("memory", MemorySegment.ofArray(bytes)).read();
    }

    static byte[] write(Model model) {
        ModelWriter writer = new ModelWriter(model);
        byte[] bytes = new byte[(int) writer.fileBytes()];
        writer.write(MemorySegment.ofArray(bytes));
        return bytes;
    }

    /** Sets file length, CRCs and digest as a writer would, as far as the bytes allow it. */
    static void set(byte[] bytes) {
        MemorySegment file = MemorySegment.ofArray(bytes);
        if (bytes.length < ModelHeader.BYTES) {
            return;
        }
        file.set(LONG, ModelHeader.FILE_BYTES_AT, bytes.length);
        long sections = Integer.toUnsignedLong(file.get(INT, ModelHeader.SECTIONS_AT));
        long table = sections * ModelHeader.ENTRY_BYTES;
        if (table <= bytes.length - ModelHeader.BYTES) {
            for (long i = 0; i < sections; i++) {
                setSection(file, ModelHeader.BYTES + i * ModelHeader.ENTRY_BYTES);
            }
            int crc = Checksums.crc32c(file.asSlice(ModelHeader.BYTES, table));
            file.set(INT, ModelHeader.TABLE_CRC_AT, crc);
        }
        byte[] sha256 = Checksums.sha256(file);
        System.arraycopy(sha256, 0, bytes, ModelHeader.SHA_AT, sha256.length);
    }

    private static void setSection(MemorySegment file, long entry) {
        long offset = file.get(LONG, entry + ModelHeader.ENTRY_OFFSET_AT);
        long bytes = file.get(LONG, entry + ModelHeader.ENTRY_BYTES_AT);
        boolean inside =
                offset >= 0
                        && bytes >= 0
                        && offset <= file.byteSize()
                        && bytes <= file.byteSize() - offset;
        if (inside) {
            int crc = Checksums.crc32c(file.asSlice(offset, bytes));
            file.set(INT, entry + ModelHeader.ENTRY_CRC_AT, crc);
        }
    }
}
