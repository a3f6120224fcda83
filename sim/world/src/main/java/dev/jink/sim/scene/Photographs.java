package dev.jink.sim.scene;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/**
 * A folder of photographs, and the hand that papers scenes with them: a renderer's own patterns are
 * few, and a network that knows only them takes them for the world. Immutable; any thread.
 */
public final class Photographs {
    /** Scenes that stay as they were drawn. */
    private static final double UNTOUCHED = 0.3;

    private final List<Photograph> photographs;
    private final String sha256;

    private Photographs(List<Photograph> photographs, String sha256) {
        this.photographs = List.copyOf(photographs);
        this.sha256 = sha256;
    }

    /** No photographs: every scene stays as it is. */
    public static Photographs none() {
        return new Photographs(List.of(), "");
    }

    /**
     * Reads all JPEG and PNG files right in a folder, in the order of their names. Pictures that are
     * too small or without contrast are left out.
     *
     * @throws IOException with one line when the folder has none that can be used
     */
    public static Photographs read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder
                            + ": got no such folder, wanted one of photographs; fetch some with"
                            + " sim/training/fetch-photographs");
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Photographs::picture).sorted().toList();
        }
        MessageDigest digest = sha256();
        List<Photograph> usable = new ArrayList<>();
        for (Path file : files) {
            BufferedImage image = ImageIO.read(file.toFile());
            Photograph photograph = image == null ? null : Photograph.of(image);
            if (photograph != null) {
                usable.add(photograph);
                digest.update(Files.readAllBytes(file));
            }
        }
        if (usable.isEmpty()) {
            throw new IOException(
                    "%s: got %d pictures of which none can be used, wanted JPEG or PNG files from 64"
                                    .formatted(folder, files.size())
                            + " pixels on with some contrast; fetch some with"
                            + " sim/training/fetch-photographs");
        }
        return new Photographs(usable, HexFormat.of().formatHex(digest.digest()));
    }

    private static boolean picture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    public int size() {
        return photographs.size();
    }

    /** Hex digest of the files used, in their order; empty without photographs. */
    public String digest() {
        return sha256;
    }

    /**
     * The same scene with photographs on some of its things and perhaps on the ground and the
     * ceiling; shapes and light stay. The same seed gives the same scene.
     */
    public Scene paper(Scene scene, long seed) {
        Dice dice = new Dice(seed);
        if (photographs.isEmpty() || dice.chance(UNTOUCHED)) {
            return scene;
        }
        double share = dice.uniform(0.2, 1);
        List<Primitive> things = new ArrayList<>(scene.primitives().size());
        for (Primitive each : scene.primitives()) {
            things.add(
                    dice.chance(share)
                            ? new Primitive(
                                    each.shape(),
                                    papered(each.material(), dice, 0.25, 4),
                                    each.obstacle())
                            : each);
        }
        Material ground =
                dice.chance(share) ? papered(scene.ground(), dice, 0.5, 6) : scene.ground();
        Material ceiling = scene.ceiling();
        if (ceiling != null && dice.chance(share)) {
            ceiling = papered(ceiling, dice, 0.5, 6);
        }
        return new Scene(
                scene.kind(),
                things,
                ground,
                ceiling,
                scene.ceilingM(),
                scene.light(),
                scene.region());
    }

    /** Leaves, whose holes follow their pattern, and lamps stay as they are. */
    private Material papered(Material plain, Dice dice, double leastM, double mostM) {
        if (plain.porosity() > 0 || plain.emission() > 0) {
            return plain;
        }
        return plain.photographed(
                photographs.get(dice.integer(photographs.size())),
                1 / dice.logUniform(leastM, mostM),
                dice.uniform(0.4, 1.2));
    }
}
