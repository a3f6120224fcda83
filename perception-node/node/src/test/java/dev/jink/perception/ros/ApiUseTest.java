package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The node's byte code against what the official rcljavas offer: everything it calls of rcljava and of the messages
 * exists in both, by its binary signature, so the same jar runs on their jars. The lists lie in {@code rcljava-api}.
 */
class ApiUseTest {
    private static final Set<String> OBJECT = Set.of("toString", "equals", "hashCode", "getClass");

    /** Asked for by {@link EmbeddedTransport#isPresent} before it is used; absent on official jars. */
    private static final String OURS = "dev/jink/perception/ros/EmbeddedTransport";

    @ParameterizedTest
    @ValueSource(strings = {"ros2-java-main", "osrf-galactic"})
    void shouldCallOnlyWhatTheOfficialRcljavaHas(String name) throws Exception {
        Set<String> offered = offered(name);
        assertTrue(offered.size() > 300, name + ": only " + offered.size());
        Set<String> missing = new TreeSet<>();
        int checked = 0;
        for (ClassModel model : node()) {
            if (model.thisClass().asInternalName().equals(OURS)) {
                continue;
            }
            for (PoolEntry entry : model.constantPool()) {
                String use = use(entry);
                if (use == null) {
                    continue;
                }
                checked++;
                if (!has(offered, use)) {
                    missing.add(model.thisClass().asInternalName() + ": " + use);
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(checked > 100, "only " + checked + " uses found");
    }

    @Test
    void shouldNoticeWhatIsNotThere() throws Exception {
        String list = "sensor_msgs/msg/Image getData ()Ljava/util/List;";
        assertTrue(has(offered("ros2-java-main"), list));
        assertTrue(!has(offered("osrf-galactic"), list));
        // Inherited.
        String spin = "org/ros2/rcljava/node/Node dispose ()V";
        assertTrue(has(offered("osrf-galactic"), spin));
    }

    @Test
    void shouldNameOurTransportInOneClassOnly() throws Exception {
        Set<String> users = new TreeSet<>();
        for (ClassModel model : node()) {
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof ClassEntry e
                        && e.asInternalName().startsWith("dev/jink/rcljava/")) {
                    users.add(model.thisClass().asInternalName());
                }
            }
        }
        assertEquals(Set.of(OURS), users);
    }

    /** {@code class member signature}, or {@code class}; null when it is no use of ROS. */
    private static String use(PoolEntry entry) {
        return switch (entry) {
            case MemberRefEntry e when isRos(e.owner().asInternalName()) ->
                    e.owner().asInternalName()
                            + " "
                            + e.name().stringValue()
                            + " "
                            + e.type().stringValue();
            case InvokeDynamicEntry e when isRos(lambdaOf(e)) ->
                    lambdaOf(e) + " " + e.name().stringValue();
            case ClassEntry e when isRos(e.asInternalName()) -> e.asInternalName();
            default -> null;
        };
    }

    /** The interface that a lambda implements; its one method is the entry's name. */
    private static String lambdaOf(InvokeDynamicEntry entry) {
        String type = entry.type().stringValue();
        String returned = type.substring(type.indexOf(')') + 1);
        return returned.startsWith("L") ? returned.substring(1, returned.length() - 1) : returned;
    }

    private static boolean isRos(String internalName) {
        return internalName.startsWith("org/ros2/")
                || internalName.matches("\\w+_(msgs|interfaces)/(msg|srv)/\\w+");
    }

    private static boolean has(Set<String> offered, String use) {
        if (offered.contains(use)) {
            return true;
        }
        String[] parts = use.split(" ");
        if (parts.length > 1 && OBJECT.contains(parts[1])) {
            return true;
        }
        for (String line : offered) {
            if (line.startsWith(parts[0] + " <extends> ")) {
                String above = line.substring(line.indexOf("> L") + 3, line.length() - 1);
                if (has(offered, use.replace(parts[0] + " ", above + " "))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> offered(String name) throws IOException {
        Set<String> offered = new HashSet<>();
        for (String part : List.of(name + ".txt", name + "-messages.txt")) {
            try (var in = ApiUseTest.class.getResourceAsStream("/rcljava-api/" + part)) {
                for (String line : new String(in.readAllBytes()).lines().toList()) {
                    if (!line.startsWith("#")) {
                        String[] parts = line.replace(" static", "").split(" ");
                        offered.add(String.join(" ", parts));
                        offered.add(parts[0]);
                        offered.add(parts[0] + " " + parts[1]);
                    }
                }
            }
        }
        return offered;
    }

    private static List<ClassModel> node() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        PerceptionNode.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<ClassModel> models =
                    files.filter(f -> f.toString().endsWith(".class"))
                            .map(ApiUseTest::parse)
                            .toList();
            assertTrue(models.size() > 100, "only " + models.size() + " classes in " + classes);
            return models;
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
