package dev.jink.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Rendered frames in one file that only grows. Frame i depends on its source and i alone, so a pool
 * that was cut off goes on where it stopped, and a longer pool begins like a shorter one.
 *
 * <p>A whole number of {@link FrameLayout} records, nothing else; the source's name is part of the
 * file's name. Reading is safe from many threads.
 */
final class FramePool implements AutoCloseable {
    private static final int CHUNK = 64;

    /** Fills one zeroed record of {@link FrameLayout#BYTES} bytes. Called from many threads. */
    interface Source {
        void render(int index, MemorySegment frame);
    }

    private final Arena arena;
    private final MemorySegment frames;
    private final int size;

    private FramePool(Arena arena, MemorySegment frames, int size) {
        this.arena = arena;
        this.frames = frames;
        this.size = size;
    }

    /**
     * Opens a pool of at least {@code wanted} frames, rendering those that are missing.
     *
     * @param threads how many frames are rendered at once
     * @param progress hears of every chunk
     */
    static FramePool open(Path file, int wanted, Source source, int threads, Progress progress)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        try (FileChannel out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            int done = (int) (out.size() / FrameLayout.BYTES);
            out.truncate((long) done * FrameLayout.BYTES);
            out.position(out.size());
            progress.start(done, wanted);
            while (done < wanted) {
                int count = Math.min(CHUNK, wanted - done);
                writeFully(out, render(source, done, count, threads));
                done += count;
                progress.at(done, "");
            }
        }
        return map(file);
    }

    private static ByteBuffer render(Source source, int first, int count, int threads) {
        MemorySegment chunk = Arena.ofAuto().allocate((long) count * FrameLayout.BYTES);
        Workers.run(
                threads,
                count,
                i ->
                        source.render(
                                first + i,
                                chunk.asSlice((long) i * FrameLayout.BYTES, FrameLayout.BYTES)));
        return chunk.asByteBuffer();
    }

    private static FramePool map(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment mapped = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena);
            return new FramePool(arena, mapped, (int) (in.size() / FrameLayout.BYTES));
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    int size() {
        return size;
    }

    /** The record of frame {@code index}, read-only. */
    MemorySegment frame(int index) {
        return frames.asSlice((long) index * FrameLayout.BYTES, FrameLayout.BYTES);
    }

    /** Hex digest of the first {@code count} frames: two runs with one digest saw the same data. */
    String sha256(int count) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        for (int i = 0; i < count; i++) {
            digest.update(frame(i).asByteBuffer());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        arena.close();
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
