package dev.jink.rcljava.dds;

import us.ihmc.tools.nativelibraries.NativeLibraryLoader;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an earlier start has unpacked the DDS library. Its binding inflates and digests all 16 MB of
 * it at every start, only to find the folder's name: a quarter of a second. So that name is written
 * down beside the folder, with what it was true of, and a start that finds it all as it was loads
 * the files at once:
 *
 * <pre>
 *   the binding's jar, its size and its time
 *   the name the binding files the library under
 *   size and path of a file, one a line, in the order of loading
 * </pre>
 *
 * Whatever does not fit, a binding of another make too, leaves the loading to the binding.
 */
final class KnownNatives {
    private static final int HEAD_LINES = 2;

    private final Path note;
    private final Path jar;

    /**
     * @param note where it is written down
     * @param jar what was unpacked
     */
    KnownNatives(Path note, Path jar) {
        this.note = note;
        this.jar = jar;
    }

    /** What an earlier start wrote down in this folder about the binding in use. */
    static KnownNatives in(Path folder) {
        Path note = folder.resolve("ihmc-pub-sub.known");
        try {
            Path jar =
                    Path.of(
                            NativeLibraryLoader.class
                                    .getClassLoader()
                                    .loadClass("us.ihmc.pubsub.DomainFactory")
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return new KnownNatives(note, jar);
        } catch (URISyntaxException | ClassNotFoundException | RuntimeException e) {
            // Nothing is known of a binding that came from elsewhere.
            return new KnownNatives(note, folder.resolve("nowhere"));
        }
    }

    /** Loads the files that were written down, if they are still what they were; whether it did. */
    @SuppressWarnings({"unchecked", "restricted"}) // the binding's own fields, and files
    boolean load() {
        try {
            List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
            List<Path> files = files(lines);
            if (files.isEmpty()) {
                return false;
            }
            Set<String> loaded = (Set<String>) binding("loadedLibraries");
            for (Path file : files) {
                System.load(file.toString());
            }
            loaded.add(lines.get(1));
            return true;
        } catch (IOException | ReflectiveOperationException e) {
            // The binding does it then, and says what is wrong where something is.
            return false;
        }
    }

    /** Writes down what the binding has loaded, for the next start. */
    @SuppressWarnings("unchecked") // the binding's own private fields
    void keep() {
        try {
            Set<String> loaded = (Set<String>) binding("loadedLibraries");
            Map<String, List<String>> unpacked =
                    (Map<String, List<String>>) binding("extractedLibraries");
            if (loaded.size() == 1 && unpacked.size() == 1) {
                keep(loaded.iterator().next(), unpacked.values().iterator().next());
            }
        } catch (IOException | ReflectiveOperationException e) {
            // The next start takes as long as this one did.
            return;
        }
    }

    /**
     * @param unpacked as the binding lists them: the library, then what it needs in loading order
     */
    void keep(String name, List<String> unpacked) throws IOException {
        List<String> lines = new ArrayList<>(List.of(state(jar), name));
        List<String> inOrder = new ArrayList<>(unpacked.subList(1, unpacked.size()));
        inOrder.add(unpacked.getFirst());
        for (String file : inOrder) {
            lines.add(Files.size(Path.of(file)) + " " + file);
        }
        Files.write(note, lines);
    }

    /** The files in loading order; none when anything is not as it was. */
    List<Path> files(List<String> lines) throws IOException {
        if (lines.size() <= HEAD_LINES || !lines.getFirst().equals(state(jar))) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (String line : lines.subList(HEAD_LINES, lines.size())) {
            int space = line.indexOf(' ');
            Path file = Path.of(line.substring(space + 1));
            if (!Files.exists(file)
                    || !line.substring(0, space).equals(Long.toString(Files.size(file)))) {
                return List.of();
            }
            files.add(file);
        }
        return files;
    }

    private static String state(Path jar) throws IOException {
        return "%s %d %d"
                .formatted(
                        jar.toAbsolutePath(),
                        Files.size(jar),
                        Files.getLastModifiedTime(jar).toMillis());
    }

    private static Object binding(String name) throws ReflectiveOperationException {
        Field field = NativeLibraryLoader.class.getDeclaredField(name);
        field.setAccessible(true);
        Object value = field.get(null);
        if (!(value instanceof Collection || value instanceof Map)) {
            throw new NoSuchFieldException(name);
        }
        return value;
    }
}
