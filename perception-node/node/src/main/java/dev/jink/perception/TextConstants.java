package dev.jink.perception;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Creates the text constants of every class in use, before frame one.
 *
 * <p>HotSpot leaves that until C2 is first asked to compile a method of the class, and then does it
 * for all of the class on the thread that asked: some hundred bytes of heap on the path's thread,
 * at any time in the first minutes of a flight. The warm-up makes most classes known to C2; this
 * takes care of those that a flight alone will make hot. It asks the JVM's own constant pool, for
 * which the packages in {@link #EXPORTS} must be exported to us; without them it does nothing.
 */
public final class TextConstants {
    /** What the JVM's command line needs, as values of {@code --add-exports}. */
    public static final List<String> EXPORTS =
            List.of(
                    "java.base/jdk.internal.access=ALL-UNNAMED",
                    "java.base/jdk.internal.misc=ALL-UNNAMED",
                    "java.base/jdk.internal.reflect=ALL-UNNAMED");

    /** Whose classes may run between a frame's arrival and its command. */
    private static final List<String> ROOMS =
            List.of(
                    "dev/jink/",
                    "org/ros2/",
                    "builtin_interfaces/",
                    "std_msgs/",
                    "sensor_msgs/",
                    "geometry_msgs/",
                    "nav_msgs/",
                    "org/HdrHistogram/",
                    "us/ihmc/pubsub/",
                    "us/ihmc/idl/",
                    "org/bytedeco/javacpp/",
                    "org/bytedeco/opencv/opencv_core/");

    private final Object javaLang;
    private final Method constantPool;
    private final Object unsafe;
    private final Method shouldBeInitialized;
    private final Method size;
    private final Method tagAt;
    private final Method stringAt;

    private TextConstants() throws ReflectiveOperationException {
        Class<?> access = Class.forName("jdk.internal.access.SharedSecrets");
        Class<?> lang = Class.forName("jdk.internal.access.JavaLangAccess");
        Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
        Class<?> memory = Class.forName("jdk.internal.misc.Unsafe");
        javaLang = access.getMethod("getJavaLangAccess").invoke(null);
        constantPool = lang.getMethod("getConstantPool", Class.class);
        unsafe = memory.getMethod("getUnsafe").invoke(null);
        shouldBeInitialized = memory.getMethod("shouldBeInitialized", Class.class);
        size = pool.getMethod("getSize");
        tagAt = pool.getMethod("getTagAt", int.class);
        stringAt = pool.getMethod("getStringAt", int.class);
    }

    /**
     * Creates them; to be called once everything has run and before it matters.
     *
     * @return how many classes were gone through; 0 when the JVM does not let us
     */
    public static int create() {
        try {
            TextConstants constants = new TextConstants();
            int classes = 0;
            for (String name : names()) {
                Class<?> type = loaded(name);
                // Classes that have not run have no pool to fill, and none that could be hot.
                if (type != null && !constants.isNew(type)) {
                    constants.fill(type);
                    classes++;
                }
            }
            return classes;
        } catch (ReflectiveOperationException e) {
            return 0;
        }
    }

    private boolean isNew(Class<?> type) throws ReflectiveOperationException {
        return (boolean) shouldBeInitialized.invoke(unsafe, type);
    }

    private void fill(Class<?> type) throws ReflectiveOperationException {
        Object pool = constantPool.invoke(javaLang, type);
        int end = (int) size.invoke(pool);
        for (int i = 1; i < end; i++) {
            if (tagAt.invoke(pool, i).toString().equals("STRING")) {
                stringAt.invoke(pool, i);
            }
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, TextConstants.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Optional parts of a library whose own needs are not on the class path.
            return null;
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String entry :
                System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            try {
                if (Files.isDirectory(path)) {
                    walk(path, names);
                } else if (entry.endsWith(".jar") && Files.isReadable(path)) {
                    try (JarFile jar = new JarFile(path.toFile())) {
                        jar.stream().forEach(e -> add(e.getName(), names));
                    }
                }
            } catch (IOException e) {
                // An unreadable entry has given no classes either.
                continue;
            }
        }
        return names;
    }

    private static void walk(Path folder, List<String> names) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        add(folder.relativize(file).toString(), names);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void add(String file, List<String> names) {
        if (file.endsWith(".class") && ROOMS.stream().anyMatch(file::startsWith)) {
            names.add(file.substring(0, file.length() - 6).replace('/', '.'));
        }
    }
}
