package dev.jink.kernels.model;

import static dev.jink.kernels.model.ModelHeader.INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads the METADATA section: sorted keys, strict UTF-8, no byte left over. */
final class MetadataReader {
    private final ModelReader reader;
    private final MemorySegment section;
    private long at;

    MetadataReader(ModelReader reader, SectionCursor cursor) throws ModelFileException {
        this.reader = reader;
        this.section = cursor.take(SectionKind.METADATA, 0);
    }

    Map<String, String> read() throws ModelFileException {
        Map<String, String> entries = new TreeMap<>();
        long count = length("metadata entries");
        String before = null;
        for (long i = 0; i < count; i++) {
            String key = text("metadata key " + i);
            reader.check(
                    before == null || before.compareTo(key) < 0,
                    "metadata key " + i,
                    "one out of order",
                    "sorted keys, each once");
            entries.put(key, text("metadata value " + i));
            before = key;
        }
        reader.check(at == section.byteSize(), "metadata length", section.byteSize(), at);
        return entries;
    }

    private long length(String what) throws ModelFileException {
        long left = section.byteSize() - at;
        reader.check(left >= Integer.BYTES, what, left + " bytes left", "a length");
        long length = Integer.toUnsignedLong(section.get(INT, at));
        at += Integer.BYTES;
        return length;
    }

    private String text(String what) throws ModelFileException {
        long length = length(what);
        long left = section.byteSize() - at;
        reader.check(length <= left, what + " length", length, "at most " + left);
        byte[] utf8 = section.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        at += length;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            reader.check(false, what, "bytes that are not UTF-8", "UTF-8");
            throw new AssertionError(e);
        }
    }
}
