package dev.jink.sim.command;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The figures of {@code --json FILE}: the whole file or none of it. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Sees to it that the file can be written, before a flight or a training is spent on it.
     *
     * @param file null when none was asked for
     * @throws UsageException in one line
     */
    public static void require(Path file) {
        require("--json", file);
    }

    /** The same for the file of another option. */
    public static void require(String option, Path file) {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (Files.isDirectory(file) || !Files.isWritable(folder)) {
                throw refused(
                        option, file, Files.isDirectory(file) ? "a folder" : "no right to write");
            }
        } catch (IOException e) {
            throw refused(option, file, e.toString());
        }
    }

    /**
     * @param file null writes nothing
     * @param figures a JSON tree, or a map or record of figures
     * @throws UsageException in one line
     */
    public static void write(Path file, Object figures) {
        if (file == null) {
            return;
        }
        require(file);
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(half.toFile(), figures);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused("--json", file, e.toString());
        }
    }

    private static UsageException refused(String option, Path file, String got) {
        return new UsageException(
                option
                        + ": can't write "
                        + file
                        + " (got "
                        + got
                        + "); wanted a file in a folder that can be written");
    }
}
