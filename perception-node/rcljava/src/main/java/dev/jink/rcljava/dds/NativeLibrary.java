package dev.jink.rcljava.dds;

import us.ihmc.pubsub.Domain;
import us.ihmc.pubsub.DomainFactory;
import us.ihmc.pubsub.impl.fastRTPS.FastRTPSDomain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Loads the DDS library. Its binding unpacks the natives into a folder of the user's home, and
 * takes any file it finds there for a whole one: when a simulator and a node start together for the
 * first time, or a first start is cut short, half a library would be loaded. So one process unpacks
 * at a time, and what a start that was cut short left behind is thrown away.
 *
 * <p>With {@code -Djink.dds.installed=true} they lie on {@code java.library.path}, as in the onboard
 * bundle: nothing is unpacked, and no folder needs to be written.
 */
final class NativeLibrary {
    private static final String INSTALLED = "jink.dds.installed";

    private NativeLibrary() {}

    /**
     * The library's entry point.
     *
     * @throws IllegalStateException it can't be loaded, in one line
     */
    static Domain load() {
        if (Boolean.getBoolean(INSTALLED)) {
            return installed();
        }
        Path folder = Path.of(System.getProperty("user.home"), ".ihmc", "lib");
        try {
            return alone(folder, DomainFactory::getDefaultDomain);
        } catch (IOException e) {
            throw new IllegalStateException(
                    ("DDS library: folder %s can't be written (%s); name another home with"
                                    + " -Duser.home=FOLDER")
                            .formatted(folder, e.getMessage()),
                    e);
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException(
                    ("DDS library: its natives can't be loaded on %s %s (%s); wanted Linux with"
                                    + " glibc 2.30, macOS or Windows, on x86-64 or arm64")
                            .formatted(
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    e.getMessage()),
                    e);
        }
    }

    private static Domain installed() {
        try {
            return FastRTPSDomain.getInstance(true);
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException(
                    ("DDS library: can't be loaded from %s (%s); wanted libFastRTPSWrapper.so"
                                    + " there, or a start without -D%s")
                            .formatted(
                                    System.getProperty("java.library.path"),
                                    e.getMessage(),
                                    INSTALLED),
                    e);
        }
    }

    /** Runs {@code unpacking} while no other process does; the lock file holds a byte meanwhile. */
    static <T> T alone(Path folder, Supplier<T> unpacking) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel mark =
                        FileChannel.open(
                                folder.resolve("ihmc-pub-sub.unpacking"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = mark.lock()) {
            assert lock.isValid();
            if (mark.size() > 0) {
                delete(folder.resolve("ihmc-pub-sub"));
            }
            mark.write(ByteBuffer.wrap(new byte[] {'1'}), 0);
            T loaded = unpacking.get();
            mark.truncate(0);
            return loaded;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.delete(one);
        }
    }
}
