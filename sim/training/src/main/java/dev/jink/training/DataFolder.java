package dev.jink.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pictures to judge by, sorted by what they are.
 *
 * @param walks folders with {@code labels.txt}
 * @param pairs folders with {@code color} and {@code depth}
 */
record DataFolder(List<Named<Walk>> walks, List<Named<DepthPairs>> pairs) {

    /** Something with its folder's name. */
    record Named<T>(String name, T what) {}

    /**
     * The folders in {@code data} that have one of the two layouts, or {@code data} itself.
     *
     * @throws IOException in one line, when there is none
     */
    static List<Path> inside(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IOException(
                    "data %s: got no folder, wanted one that holds walks or pairs; correct the path"
                            .formatted(data));
        }
        if (isWalk(data) || DepthPairs.here(data)) {
            return List.of(data);
        }
        List<Path> found;
        try (Stream<Path> entries = Files.list(data)) {
            found =
                    entries.filter(Files::isDirectory)
                            .filter(folder -> isWalk(folder) || DepthPairs.here(folder))
                            .sorted()
                            .toList();
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "data %s: got no folder with labels.txt, none with color and depth, wanted one;"
                                    .formatted(data)
                            + " jink eval --help shows both layouts");
        }
        return found;
    }

    /**
     * Reads folders of either layout.
     *
     * @throws IOException in one line, when one isn't complete
     */
    static DataFolder of(List<Path> folders) throws IOException {
        List<Named<Walk>> walks = new ArrayList<>();
        List<Named<DepthPairs>> pairs = new ArrayList<>();
        for (Path folder : folders) {
            String name = folder.toAbsolutePath().normalize().getFileName().toString();
            if (!isWalk(folder) && DepthPairs.here(folder)) {
                pairs.add(new Named<>(name, DepthPairs.read(folder)));
            } else {
                walks.add(new Named<>(name, Walk.read(folder)));
            }
        }
        return new DataFolder(List.copyOf(walks), List.copyOf(pairs));
    }

    private static boolean isWalk(Path folder) {
        return Files.isRegularFile(folder.resolve("labels.txt"));
    }
}
