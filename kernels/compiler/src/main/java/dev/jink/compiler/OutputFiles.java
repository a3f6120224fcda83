package dev.jink.compiler;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.compiler.onnx.OnnxException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a command leaves behind: looked at before the work is done, and written whole or not at all. */
final class OutputFiles {
    private OutputFiles() {}

    /**
     * @param file null when none was asked for
     * @throws OnnxException in one line
     */
    static void require(String option, Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null
                || !Files.isDirectory(folder)
                || !Files.isWritable(folder)
                || Files.isDirectory(file)) {
            throw new OnnxException(
                    "%s: got %s, wanted a file in a folder that can be written"
                            .formatted(option, file));
        }
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @param file null writes nothing
     */
    static void json(Path file, Object figures) throws IOException {
        if (file != null) {
            write(
                    file,
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        }
    }
}
