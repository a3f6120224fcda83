package dev.jink.kernels.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * Models on disk, in the format that {@link ModelHeader} draws. Files are memory-mapped both ways;
 * offsets are 64 bits wide. Any thread.
 */
public final class ModelFile {
    /** From this many bytes on, the weights of a layer are not copied but stay in the file. */
    static final long MAPPED_BYTES = 16L << 20;

    private ModelFile() {}

    /**
     * A model and the digest that its file carries.
     *
     * @param sha256 64 hex digits
     */
    public record Loaded(Model model, String sha256) {}

    /**
     * Reads a whole model. Nothing of it is used before its checksums, its digest and every length
     * in it have been found right.
     *
     * @throws ModelFileException in one line, when the file is absent, unreadable, truncated,
     *     changed, of a newer version, or not a model at all
     */
    public static Model read(Path file) throws ModelFileException {
        return load(file).model();
    }

    /**
     * The same with the file's digest. A layer with {@value #MAPPED_BYTES} bytes of weights or more
     * reads them from the file for as long as it lives: leave such a file as it is meanwhile.
     *
     * @throws ModelFileException as {@link #read} does
     */
    public static Loaded load(Path file) throws ModelFileException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(
                    "model file " + file + ": got a directory, wanted a .jink file: name the file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena brief = Arena.ofConfined()) {
            long size = channel.size();
            Arena arena = size < MAPPED_BYTES ? brief : Arena.ofAuto();
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, arena);
            Model model = new ModelReader(file.toString(), bytes).read();
            byte[] digest =
                    bytes.asSlice(ModelHeader.SHA_AT, ModelHeader.SHA_BYTES)
                            .toArray(ValueLayout.JAVA_BYTE);
            return new Loaded(model, HexFormat.of().formatHex(digest));
        } catch (ModelFileException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ModelFileException(
                    "model file %s: got no such file, wanted a .jink file: check the path"
                            .formatted(file),
                    e);
        } catch (IOException | InternalError e) {
            // A page of a mapped file that cannot be read is an InternalError.
            throw new ModelFileException(
                    "model file %s: got %s, wanted a readable file: check its rights and its disk"
                            .formatted(file, oneLine(e)),
                    e);
        }
    }

    /**
     * Writes a model so that {@code file} is at every moment either what it was or the whole new
     * model: to a temporary file beside it, to the disk, then moved over it.
     *
     * @throws IOException when the folder cannot be written
     */
    public static void write(Model model, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Not createTempFile: its files are for their owner's eyes only, a model is for everyone's.
        String unique = "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part";
        Path temporary = folder.resolve(file.getFileName() + unique);
        try {
            ModelWriter writer = new ModelWriter(model);
            try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE);
                    Arena arena = Arena.ofConfined()) {
                MemorySegment bytes = channel.map(MapMode.READ_WRITE, 0, writer.fileBytes(), arena);
                writer.write(bytes);
                bytes.force();
                channel.force(true);
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The digest that a file of this model carries, as 64 hex digits. */
    public static String sha256(Model model) {
        ModelWriter writer = new ModelWriter(model);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(writer.fileBytes(), 64);
            return HexFormat.of().formatHex(writer.write(bytes));
        }
    }

    private static String oneLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("an error");
    }
}
