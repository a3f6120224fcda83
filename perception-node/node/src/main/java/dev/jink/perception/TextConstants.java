package dev.jink.perception;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates the text constants of every class in use, before frame one.
 *
 * <p>HotSpot leaves that until C2 is first asked to compile a method of the class, and then does it
 * for all of the class on the thread that asked: some hundred bytes of heap on the path's thread,
 * at any time in the first minutes of a flight. The warm-up makes most classes known to C2; this
 * takes care of those that a flight alone will make hot. It asks the JVM's own constant pool and
 * list of classes, which takes {@link #OPTIONS}; without them it does nothing. Thread-safe.
 */
public final class TextConstants {
    /** What the JVM's command line needs. */
    public static final List<String> OPTIONS =
            List.of(
                    "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED",
                    "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                    "--add-exports=java.base/jdk.internal.reflect=ALL-UNNAMED",
                    "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    /** What opens a class's constant pool; null where the JVM does not let us. */
    private final Pools pools = Pools.ofThisJvm();

    private final Set<Class<?>> done = new HashSet<>();

    /**
     * Creates those of all classes that have run and were not gone through before: to be called once
     * everything has run and before it matters. Called earlier too, on a thread of its own, it
     * leaves less to be done then.
     *
     * @return how many classes were gone through in all; 0 when the JVM does not let us
     */
    public synchronized int create() {
        if (pools == null) {
            return 0;
        }
        try {
            for (String name : loadedNames()) {
                Class<?> type = loaded(name);
                // Classes that have not run have no pool to fill, and none that could be hot.
                if (type != null && !done.contains(type) && !pools.isNew(type)) {
                    pools.fill(type);
                    done.add(type);
                }
            }
            return done.size();
        } catch (ReflectiveOperationException e) {
            return 0;
        }
    }

    /**
     * Every class in the JVM, the JDK's own too: a queue or a counter of the JDK becomes hot on the
     * path as ours do. Lines of {@code jcmd VM.class_hierarchy}: bars for the depth, the name, a
     * slash and the loader.
     */
    private List<String> loadedNames() throws ReflectiveOperationException {
        return pools.classHierarchy()
                .lines()
                .map(line -> line.substring(line.lastIndexOf('-') + 1))
                // A hidden class has a second slash and can't be asked for by name.
                .filter(line -> line.indexOf('/') > 0 && line.indexOf('/') == line.lastIndexOf('/'))
                .map(line -> line.substring(0, line.indexOf('/')))
                .toList();
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, TextConstants.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Of another loader, so none that the path uses.
            return null;
        }
    }

    /** The way into HotSpot's constant pools, by names that are not exported to us at compile time. */
    private record Pools(
            Object javaLang,
            Method constantPool,
            Object unsafe,
            Method shouldBeInitialized,
            Method size,
            Method tagAt,
            Method stringAt,
            Object commands,
            Method execute) {
        static Pools ofThisJvm() {
            try {
                Class<?> access = Class.forName("jdk.internal.access.SharedSecrets");
                Class<?> lang = Class.forName("jdk.internal.access.JavaLangAccess");
                Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
                Class<?> memory = Class.forName("jdk.internal.misc.Unsafe");
                // The bean's own class: registering all of the platform's beans, to ask this one by
                // name, takes some tenths of a second, most of them for other commands' help.
                Class<?> command =
                        Class.forName("com.sun.management.internal.DiagnosticCommandImpl");
                // Which is of use once the first bean has brought in the native code of them all.
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
                Object commands = opened(command, "getDiagnosticCommandMBean").invoke(null);
                if (commands == null) {
                    return null;
                }
                return new Pools(
                        access.getMethod("getJavaLangAccess").invoke(null),
                        lang.getMethod("getConstantPool", Class.class),
                        memory.getMethod("getUnsafe").invoke(null),
                        memory.getMethod("shouldBeInitialized", Class.class),
                        pool.getMethod("getSize"),
                        pool.getMethod("getTagAt", int.class),
                        pool.getMethod("getStringAt", int.class),
                        commands,
                        opened(command, "executeDiagnosticCommand", String.class));
            } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                return null;
            }
        }

        private static Method opened(Class<?> of, String name, Class<?>... parameters)
                throws NoSuchMethodException {
            Method method = of.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        }

        String classHierarchy() throws ReflectiveOperationException {
            return (String) execute.invoke(commands, "VM.class_hierarchy");
        }

        boolean isNew(Class<?> type) throws ReflectiveOperationException {
            return (boolean) shouldBeInitialized.invoke(unsafe, type);
        }

        void fill(Class<?> type) throws ReflectiveOperationException {
            Object pool = constantPool.invoke(javaLang, type);
            int end = (int) size.invoke(pool);
            for (int i = 1; i < end; i++) {
                if (tagAt.invoke(pool, i).toString().equals("STRING")) {
                    stringAt.invoke(pool, i);
                }
            }
        }
    }
}
