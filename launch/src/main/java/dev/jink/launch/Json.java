package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the figures of {@code --json FILE}. */
final class Json {
    private Json() {}

    /** @throws UsageException in one line when the file can't be written */
    static void write(Path file, JsonNode figures) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        } catch (IOException e) {
            throw new UsageException(
                    "--json: can't write "
                            + file
                            + " ("
                            + e.getMessage()
                            + "); wanted a file in a folder that can be written");
        }
    }
}
