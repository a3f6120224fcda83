package dev.jink.kernels.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@link Stage} asks of its templates, and no profiler would show on a good day. */
final class KernelRulesTest {
    @Test
    void shouldKeepVectorsInsideOneMethod() throws Exception {
        URI room = Stage.class.getResource("Stage.class").toURI();
        int methods = 0;
        List<String> crossings = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(room).getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                // Not initialised: a template alone has no width.
                Class<?> type =
                        Class.forName(
                                Stage.class.getPackageName() + "." + name,
                                false,
                                Stage.class.getClassLoader());
                for (Method method : type.getDeclaredMethods()) {
                    methods++;
                    MethodType types =
                            MethodType.methodType(
                                    method.getReturnType(), method.getParameterTypes());
                    if (Stream.concat(types.parameterList().stream(), Stream.of(types.returnType()))
                            .anyMatch(KernelRulesTest::isVector)) {
                        crossings.add(name + "." + method.getName() + types);
                    }
                }
            }
        }
        assertTrue(methods > 50, methods + " methods found");
        assertEquals(List.of(), crossings, "C2 may box what crosses these");
    }

    @Test
    void shouldCallNoOperationOnWhatALoopCarries() throws Exception {
        Pattern loop =
                Pattern.compile("^( +)(for|while) \\(.*?^\\1}", Pattern.MULTILINE | Pattern.DOTALL);
        Pattern onItself =
                Pattern.compile("\\b(\\w+) =\\s+\\1\\s*\\.\\s*(add|sub|mul|fma|lanewise)\\(");
        List<String> found = new ArrayList<>();
        int loops = 0;
        Path sources = Path.of("src/main/java", Stage.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher each = loop.matcher(Files.readString(file));
                while (each.find()) {
                    loops++;
                    Matcher bad = onItself.matcher(each.group());
                    while (bad.find()) {
                        if (isCarried(each.group(), bad.group(1))) {
                            found.add(file.getFileName() + ": " + bad.group());
                        }
                    }
                }
            }
        }
        assertTrue(loops > 20, loops + " loops found");
        assertEquals(
                List.of(), found, "C2 may not know the class of these: sum = product.add(sum)");
    }

    /** What is made anew in every round is not carried. */
    private static boolean isCarried(String loop, String variable) {
        return !Pattern.compile("Vector " + variable + " =").matcher(loop).find();
    }

    private static boolean isVector(Class<?> type) {
        return Vector.class.isAssignableFrom(type)
                || VectorMask.class.isAssignableFrom(type)
                || VectorShuffle.class.isAssignableFrom(type);
    }
}
