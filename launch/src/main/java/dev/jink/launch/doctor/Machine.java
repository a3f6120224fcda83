package dev.jink.launch.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel says about itself in its files.
 *
 * @param root of the file system; another one in tests
 */
record Machine(Path root) {
    /** A file's text without its last line's end; null when it can't be read. */
    String text(String file) {
        List<String> lines = lines(file);
        return lines == null ? null : String.join("\n", lines).strip();
    }

    /** A file's lines; null when it can't be read. */
    List<String> lines(String file) {
        // A sysctl file gives its text to the first read only, and that read must be large.
        try (BufferedReader in = Files.newBufferedReader(root.resolve(file))) {
            return in.lines().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return null;
        }
    }

    /** A whole number in a file; {@code otherwise} when there is none. */
    long number(String file, long otherwise) {
        try {
            String text = text(file);
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Files of the same name in the folders whose names match. */
    List<String> each(String folder, String names, String file) {
        try (Stream<Path> all = Files.list(root.resolve(folder))) {
            return all.filter(f -> f.getFileName().toString().matches(names))
                    .sorted()
                    .map(f -> text(root.relativize(f.resolve(file)).toString()))
                    .filter(t -> t != null)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Soft limit of this process, by its name in proc(5)'s limits; -1 unlimited, 0 not known. */
    long limit(String name) {
        List<String> limits = lines("proc/self/limits");
        if (limits != null) {
            for (String line : limits) {
                if (line.startsWith(name)) {
                    String soft = line.substring(name.length()).strip().split("\\s+")[0];
                    return soft.equals("unlimited") ? -1 : Long.parseLong(soft);
                }
            }
        }
        return 0;
    }

    /** Whether this process has a capability, by its number in capabilities(7). */
    boolean capable(int capability) {
        List<String> status = lines("proc/self/status");
        if (status != null) {
            for (String line : status) {
                if (line.startsWith("CapEff:")) {
                    long all = Long.parseUnsignedLong(line.substring(7).strip(), 16);
                    return (all >>> capability & 1) == 1;
                }
            }
        }
        return false;
    }
}
