package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class NativeLibraryTest {
    @TempDir private Path folder;

    @Test
    void shouldKeepWhatAGoodStartUnpacked() throws IOException {
        Path library = NativeLibrary.alone(folder, () -> unpack("whole"));
        NativeLibrary.alone(folder, () -> null);
        assertTrue(Files.exists(library));
    }

    @Test
    void shouldThrowAwayWhatAStartThatWasCutShortLeft() throws IOException {
        Path[] half = new Path[1];
        assertThrows(
                IllegalStateException.class,
                () ->
                        NativeLibrary.alone(
                                folder,
                                () -> {
                                    half[0] = unpack("ha");
                                    throw new IllegalStateException("power lost");
                                }));
        assertTrue(Files.exists(half[0]));
        NativeLibrary.alone(
                folder,
                () -> {
                    assertFalse(Files.exists(half[0]));
                    return null;
                });
    }

    private Path unpack(String content) {
        try {
            Path library = folder.resolve("ihmc-pub-sub/native/lib.so");
            Files.createDirectories(library.getParent());
            return Files.writeString(library, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
