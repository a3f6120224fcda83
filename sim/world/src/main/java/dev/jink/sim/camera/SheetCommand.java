package dev.jink.sim.camera;

import dev.jink.calibration.CameraModel;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Photographs;
import dev.jink.sim.scene.PlainLook;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import javax.imageio.ImageIO;

/**
 * Draws a contact sheet of random views with their true obstacle grids, for a person to look at;
 * times the renderer.
 */
@Command(
        name = "sheet",
        mixinStandardHelpOptions = true,
        description = {
            "Draws random views of simulated scenes, with near cells marked, as one PNG;",
            "or tells how fast they are rendered."
        })
public final class SheetCommand implements Callable<Integer> {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    @Parameters(paramLabel = "PNG", arity = "0..1", description = "file to write")
    private Path file;

    @Option(names = "--kind", description = "only this kind: ${COMPLETION-CANDIDATES}")
    private SceneKind kind;

    @Option(names = "--course", description = "the demo's forest course, seen from its start line")
    private boolean course;

    @Option(names = "--seed", defaultValue = "1", description = "first seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--columns", defaultValue = "6", description = "pictures across")
    private int columns;

    @Option(names = "--rows", defaultValue = "6", description = "pictures down")
    private int rows;

    @Option(names = "--photographs", description = "folder of pictures to paper the scenes with")
    private Path photographs;

    @Option(names = "--plain-look", description = "closed leaves, no shadows, an even sky")
    private boolean plainLook;

    @Option(names = "--plain", description = "no randomised sensor, no marks")
    private boolean plain;

    @Option(
            names = "--time",
            paramLabel = "ROUNDS",
            description = "time the renderer and its reference so often, and print the medians")
    private int rounds;

    @Option(names = "--json", description = "write what --time measured there")
    private Path json;

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new SheetCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (file == null && rounds == 0) {
            throw new ParameterException(
                    spec.commandLine(), "got neither PNG nor --time, wanted one of them or both");
        }
        if (rounds < 0 || rounds > 1000) {
            throw new ParameterException(
                    spec.commandLine(), "--time is " + rounds + ", wanted 1 to 1000");
        }
        JsonFile.require(json);
        if (file != null) {
            JsonFile.require("PNG", file);
            draw();
        }
        if (rounds > 0) {
            time();
        }
        return 0;
    }

    private void draw() throws IOException {
        BufferedImage sheet =
                new BufferedImage(
                        columns * (WIDTH + 2), rows * (HEIGHT + 2), BufferedImage.TYPE_INT_RGB);
        CameraRays rays = CameraRays.of(CameraModel.pinhole(WIDTH, HEIGHT, 80, 80, 79.5, 59.5));
        Renderer renderer = new Renderer(rays);
        Shot shot = new Shot(WIDTH, HEIGHT);
        byte[] gray = new byte[WIDTH * HEIGHT];
        float[] truth = new float[(WIDTH / 8) * (HEIGHT / 8)];
        Photographs papers =
                photographs == null ? Photographs.none() : Photographs.read(photographs);
        for (int i = 0; i < columns * rows; i++) {
            SceneKind each =
                    kind != null ? kind : SceneKind.values()[i % SceneKind.values().length];
            Scene scene =
                    course
                            ? Forest.course(seed + i, ForestSettings.demo())
                            : Scenes.generate(each, seed + i);
            Pose pose =
                    course ? Pose.of(0, 0, 1.5, 0, 0, 0) : new Viewpoints(scene, seed + i).next();
            if (pose == null) {
                continue;
            }
            scene = plainLook ? PlainLook.of(scene, seed + i) : scene;
            renderer.render(papers.paper(scene, seed + i), pose, shot);
            GridTruth.nearest(shot, truth);
            SensorSettings settings =
                    plain ? SensorSettings.flight() : SensorSettings.randomised(seed + i);
            new Sensor(WIDTH, HEIGHT).expose(shot, settings, seed + i, gray);
            draw(sheet, i, gray, truth);
        }
        ImageIO.write(sheet, "png", file.toFile());
    }

    private void time() {
        RendererTiming timing = new RendererTiming(rounds);
        RendererTiming.Figures flight = timing.flight(seed);
        RendererTiming.Figures training = timing.training(seed);
        for (RendererTiming.Figures f : List.of(flight, training)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, %dx%d: %.2f ms of one core a picture, %.0f a second and core; ray after"
                            + " ray, the same pictures: %.2f ms, %.1f times as long%n",
                    f.pictures(),
                    f.width(),
                    f.height(),
                    f.ms(),
                    f.perSecond(),
                    f.referenceMs(),
                    f.speedup());
        }
        JsonFile.write(json, Map.of("flight", figures(flight), "training", figures(training)));
    }

    private static Map<String, Object> figures(RendererTiming.Figures f) {
        return Map.of(
                "width", f.width(),
                "height", f.height(),
                "msPerPicture", f.ms(),
                "picturesPerSecondAndCore", f.perSecond(),
                "referenceMsPerPicture", f.referenceMs());
    }

    private void draw(BufferedImage sheet, int index, byte[] gray, float[] truth) {
        int left = index % columns * (WIDTH + 2);
        int top = index / columns * (HEIGHT + 2);
        float least = Float.POSITIVE_INFINITY;
        for (float range : truth) {
            least = Math.min(least, range);
        }
        for (int i = 0; i < gray.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int g = gray[i] & 0xff;
            float range = truth[y / 8 * (WIDTH / 8) + x / 8];
            // Red within 2 m, yellow within 4 m, blue tint within 12 m.
            int red = !plain && range < 4 ? Math.min(255, g / 2 + 110) : g;
            int green = !plain && range < 2 ? g / 2 : !plain && range < 4 ? g / 2 + 90 : g;
            int blue = !plain && range < 4 ? g / 2 : !plain && range < 12 ? g / 2 + 110 : g;
            sheet.setRGB(left + x, top + y, red << 16 | green << 8 | blue);
        }
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.YELLOW);
        pen.drawString(String.format("%.1f", least), left + 3, top + 12);
        pen.dispose();
    }
}
