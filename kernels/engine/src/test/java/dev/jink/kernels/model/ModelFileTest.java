package dev.jink.kernels.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class ModelFileTest {
    private final Model model = TinyModels.model();
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("tiny.jink");
        ModelFile.write(model, file);
    }

    private void refuses(String wanted) {
        ModelFileException refusal =
                assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        assertEquals("model file " + file + ": " + wanted, refusal.getMessage());
    }

    private void change(Consumer<ByteBuffer> change) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        Files.write(file, bytes);
    }

    /** A change by someone who also sets every checksum right: only the structure can refuse it. */
    private void forge(Consumer<ByteBuffer> change) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        ForgedSums.set(bytes);
        Files.write(file, bytes);
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        assertEquals(model, ModelFile.read(file));
    }

    @Test
    void shouldReadAGraphThatItWrote() throws IOException {
        Model graph = TinyModels.graph();
        ModelFile.write(graph, file);
        assertEquals(graph, ModelFile.read(file));
    }

    @Test
    void shouldRefuseAVersionThatSaysMoreThanIsInIt() throws IOException {
        forge(bytes -> bytes.putInt(ModelHeader.VERSION_AT, 2));
        refuses(
                "version: got 2, wanted 1, which says all that is in it: it was not written by"
                        + " Jink, export the model again");
    }

    @Test
    void shouldReadModelWithoutGoldenAndMetadata() throws IOException {
        Model bare = new Model(model.input(), model.layers(), Map.of(), null);
        ModelFile.write(bare, file);
        assertEquals(bare, ModelFile.read(file));
        assertNull(ModelFile.read(file).golden());
    }

    @Test
    void shouldWriteTheSameFileForTheSameModel() throws IOException {
        byte[] first = Files.readAllBytes(file);
        ModelFile.write(ModelFile.read(file), file);
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void shouldCarryItsDigestInTheHeader() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String carried =
                HexFormat.of().formatHex(bytes, ModelHeader.SHA_AT, ModelHeader.SHA_AT + 32);
        assertEquals(carried, ModelFile.sha256(model));
        assertEquals(carried, ModelFile.sha256(ModelFile.read(file)));
    }

    @Test
    void shouldAlignEverySectionTo64Bytes() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int sections = bytes.getInt(ModelHeader.SECTIONS_AT);
        for (int i = 0; i < sections; i++) {
            assertEquals(0, bytes.getLong(128 + i * 32 + ModelHeader.ENTRY_OFFSET_AT) % 64);
        }
        assertEquals(0, bytes.capacity() % 64);
    }

    @Test
    void shouldReplaceFileAtOnceAndLeaveNothingElse() throws IOException {
        Model other = new Model(model.input(), model.layers(), Map.of("name", "other"), null);
        ModelFile.write(other, file);
        assertEquals(other, ModelFile.read(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void shouldLeaveNothingWhenItCannotReplace() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken.jink").resolve("inside"));
        assertThrows(IOException.class, () -> ModelFile.write(model, taken.getParent()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void shouldRefuseAbsentFile() throws IOException {
        Files.delete(file);
        refuses("got no such file, wanted a .jink file: check the path");
    }

    @Test
    void shouldRefuseDirectory() {
        file = folder;
        refuses("got a directory, wanted a .jink file: name the file");
    }

    @Test
    void shouldRefuseEmptyFile() throws IOException {
        Files.write(file, new byte[0]);
        refuses("first 8 bytes: got an empty file, wanted JINKMODL: it is not a model file");
    }

    @Test
    void shouldRefuseOtherFormat() throws IOException {
        Files.writeString(file, "onnx, or something like it");
        refuses(
                "first 8 bytes: got bytes 6f6e6e782c206f72, wanted JINKMODL: it is not a model"
                        + " file");
    }

    @Test
    void shouldRefuseTruncatedFile() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        refuses(
                "length: got %d bytes, wanted %d: it is truncated, copy it again"
                        .formatted(bytes.length - 1, bytes.length));
        Files.write(file, Arrays.copyOf(bytes, 100));
        refuses("length: got 100, wanted at least 128: it is truncated, copy again");
    }

    @Test
    void shouldRefuseAppendedFile() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 64));
        refuses(
                "length: got %d bytes, wanted %d: something was appended to it, copy it again"
                        .formatted(bytes.length + 64, bytes.length));
    }

    @Test
    void shouldRefuseNewerVersion() throws IOException {
        change(bytes -> bytes.putInt(ModelHeader.VERSION_AT, 3));
        refuses(
                "version: got 3, wanted 1..2: a newer Jink wrote it, update Jink or export the"
                        + " model again");
    }

    @Test
    void shouldNameSectionInWhichOneBitFlipped() throws IOException {
        int entry = ModelHeader.BYTES + 2 * ModelHeader.ENTRY_BYTES;
        change(
                bytes -> {
                    int at = (int) bytes.getLong(entry + ModelHeader.ENTRY_OFFSET_AT);
                    bytes.put(at, (byte) (bytes.get(at) ^ 1));
                });
        ModelFileException refusal =
                assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        String pattern =
                ".*: CRC32C of section 2 \\(WEIGHTS_8, layer 0\\): got [0-9a-f]{8}, wanted"
                        + " [0-9a-f]{8}: it was changed, copy it again";
        assertTrue(refusal.getMessage().matches(pattern), refusal.getMessage());
    }

    @Test
    void shouldRefuseEveryFlippedBit() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            int flipped = bit;
            assertThrows(
                    ModelFileException.class, () -> ForgedSums.read(bytes), () -> "bit " + flipped);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void shouldRefuseForgedLengths() throws IOException {
        int entry = ModelHeader.BYTES + 3 * ModelHeader.ENTRY_BYTES;
        long size = Files.size(file);
        forge(bytes -> bytes.putLong(entry + ModelHeader.ENTRY_BYTES_AT, Long.MAX_VALUE));
        ModelFileException refusal =
                assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        assertTrue(
                refusal.getMessage()
                        .endsWith(
                                "length 9223372036854775807, wanted inside the file's "
                                        + size
                                        + " bytes: it was not written by Jink, export the model"
                                        + " again"),
                refusal.getMessage());
    }

    @Test
    void shouldRefuseForgedShapesBeforeSizingAnythingAfterThem() throws IOException {
        int firstLayer = layerOffset();
        forge(bytes -> bytes.putInt(firstLayer + 16, 65_536));
        refuses(
                "WEIGHTS_8 of layer 0: got 27 bytes, wanted 589824: it was not written by Jink,"
                        + " export the model again");
    }

    @Test
    void shouldRefuseForgedHugeInput() throws IOException {
        forge(bytes -> bytes.putInt(ModelHeader.HEIGHT_AT, Integer.MAX_VALUE));
        refuses(
                "shape: got 2147483647x6x1, wanted height and width 1..16384, channels 1..65536 and"
                        + " at most 134217728 elements: make the tensor smaller");
    }

    @Test
    void shouldRefuseForgedNaN() throws IOException {
        int entry = ModelHeader.BYTES + 3 * ModelHeader.ENTRY_BYTES;
        forge(
                bytes -> {
                    int at = (int) bytes.getLong(entry + ModelHeader.ENTRY_OFFSET_AT);
                    bytes.putFloat(at + 4, Float.NaN);
                });
        refuses("input conv scale: got NaN at 1, wanted a finite number: train or export it again");
    }

    @Test
    void shouldRefuseFileLargerThanTwoGigabytesByItsHeader() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        ModelFileException refusal =
                assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        assertTrue(refusal.getMessage().contains("got 3221225472 bytes"), refusal.getMessage());
    }

    @Test
    void shouldPlaceSectionsBeyondTwoGigabytes() throws IOException {
        int sections = 1;
        long offset = new ModelHeader.Section(SectionKind.WEIGHTS_32, 0, 5L << 30, 3L << 30).end();
        assertEquals(8L << 30, offset);
        assertEquals(192, ModelHeader.firstOffset(sections));
    }

    private int layerOffset() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = ModelHeader.BYTES + ModelHeader.ENTRY_BYTES;
        return (int) bytes.getLong(entry + ModelHeader.ENTRY_OFFSET_AT);
    }
}
