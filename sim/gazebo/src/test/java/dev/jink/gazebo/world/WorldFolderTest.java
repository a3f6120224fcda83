package dev.jink.gazebo.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class WorldFolderTest {
    private static final DroneSettings DRONE = DroneSettings.defaults();
    private static final Pose START = Pose.of(0, 0, 1.5, 0.3, 0, 0);

    @TempDir private Path folder;

    private Path write(String name, Scene scene) throws IOException {
        Path at = folder.resolve(name);
        WorldFolder.write(at, scene, START, DRONE, CameraRig.flight().withDepth(true));
        return at;
    }

    private static Scene forest(long seed) {
        return Forest.course(seed, ForestSettings.demo());
    }

    @Test
    void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
        Path first = write("first", forest(7));
        Path again = write("again", forest(7));
        List<Path> files = files(first);
        assertEquals(files, files(again));
        assertTrue(files.size() > 7, files.toString());
        for (Path file : files) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(file)),
                    Files.readAllBytes(again.resolve(file)),
                    file.toString());
        }
        Path other = write("other", forest(8));
        assertNotEquals(
                Files.readString(first.resolve(WorldFolder.OBSTACLES)),
                Files.readString(other.resolve(WorldFolder.OBSTACLES)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::getFileName).sorted().toList();
        }
    }

    @Test
    void shouldWriteBothWorldsOfEveryKindOfScene() throws Exception {
        for (SceneKind kind : SceneKind.values()) {
            Path at = write(kind.name(), Scenes.generate(kind, 5));
            for (String name : List.of(ClassicWorld.FILE, GzSimWorld.FILE)) {
                Document world = parse(at.resolve(name));
                assertEquals("false", text(world, "shadows"), kind + " " + name);
                assertEquals(2, elements(world, "camera").size(), kind + " " + name);
                for (Element uri : elements(world, "uri")) {
                    Path named = at.resolve(uri.getTextContent().replace("file://", ""));
                    assertTrue(Files.isRegularFile(named), named + " of " + name);
                }
            }
            String materials = Files.readString(at.resolve(ClassicWorld.MATERIALS));
            for (Element name : elements(parse(at.resolve(ClassicWorld.FILE)), "name")) {
                assertTrue(
                        materials.contains("material " + name.getTextContent() + " {"),
                        name.getTextContent());
            }
        }
    }

    @Test
    void shouldCarryTheCamerasInsideTheSphereThatTouches() throws Exception {
        Path at = write("drone", forest(3));
        for (String name : List.of(ClassicWorld.FILE, GzSimWorld.FILE)) {
            Document world = parse(at.resolve(name));
            assertEquals("0.25", text(world, "radius"));
            for (Element sensor : elements(world, "sensor")) {
                assertEquals(0, sensor.getElementsByTagName("pose").getLength(), "at the origin");
            }
            assertTrue(
                    Double.parseDouble(text(world, "near")) < DRONE.radiusM(),
                    "what touches is drawn");
        }
    }

    @Test
    void shouldLetTheDroneFlyThroughHerbsAndIntoTrees() {
        Scene scene = forest(3);
        long herbs = scene.primitives().stream().filter(p -> !p.obstacle()).count();
        assertTrue(herbs > 10, "seed 3 has " + herbs + " herbs");
        Mesh obstacles = ScenePart.obstacles(scene);
        double worst = 0;
        for (int t = 0; t < obstacles.triangles(); t += 7) {
            double[] p = obstacles.corner(t, 0);
            worst = Math.max(worst, Math.abs(scene.distance(p[0], p[1], p[2])));
        }
        // A corner inside another obstacle is as deep as that one is thick.
        assertTrue(worst < 2.5, "a corner of the obstacles is " + worst + " m from any of them");
        int drawn = ScenePart.of(scene).stream().mapToInt(p -> p.mesh().triangles()).sum();
        assertTrue(drawn > obstacles.triangles(), "herbs and ground are drawn, too");
    }

    @Test
    void shouldBridgeExactlyTheNodesTopics() throws Exception {
        Path at = write("bridge", forest(3));
        Object yaml =
                new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(at.resolve(RosGzBridge.FILE)));
        String world = Files.readString(at.resolve(GzSimWorld.FILE));
        TreeSet<String> out = new TreeSet<>();
        for (Object entry : (List<?>) yaml) {
            Map<?, ?> topic = (Map<?, ?>) entry;
            String ros = topic.get("ros_topic_name").toString();
            String gz = topic.get("gz_topic_name").toString();
            // gz-sim itself publishes the clock, and camera_info beside each picture.
            assertTrue(
                    gz.equals("/clock")
                            || gz.endsWith("/camera_info")
                            || world.contains("topic>" + gz + "<"),
                    gz + " is in " + RosGzBridge.FILE + " and not in " + GzSimWorld.FILE);
            assertEquals(ros.equals("cmd_vel") ? "ROS_TO_GZ" : "GZ_TO_ROS", topic.get("direction"));
            out.add(ros);
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "/clock",
                                "camera_info",
                                "cmd_vel",
                                "contacts",
                                "depth/image_raw",
                                "image_raw",
                                "odometry")),
                out);
    }

    @Test
    void shouldRefuseWhatNoCameraIs() {
        assertEquals(
                "camera: got 8x240 pixels, wanted 16x16 to 1920x1080",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CameraRig.flight().withSize(8, 240))
                        .getMessage());
        assertEquals(
                "camera: got 1 physics steps a picture, wanted 2 to 250 (125 to 1 Hz)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CameraRig.flight().withStepsPerFrame(1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Text.n(Double.NaN));
        assertEquals("-0.00001 0 12.5", Text.n(-0.00001, -1e-9, 12.5));
    }

    private static Document parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static String text(Document world, String element) {
        assertFalse(elements(world, element).isEmpty(), element);
        return elements(world, element).getFirst().getTextContent();
    }

    private static List<Element> elements(Document world, String name) {
        NodeList all = world.getElementsByTagName(name);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            list.add((Element) all.item(i));
        }
        return list;
    }
}
