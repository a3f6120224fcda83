package dev.jink.gazebo.frames;

import dev.jink.gazebo.link.LockStep;
import dev.jink.gazebo.world.CameraRig;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * A folder of pairs as {@code jink eval} reads it: {@code color/NAME.png}, {@code depth/NAME.png} of
 * 16 bits (millimetres along the optical axis) and {@code camera.txt} (fx fy cx cy in pixels).
 * Gazebo knows every depth, so none is 0, "not known"; what lies at the far plane or beyond, the sky
 * for one, has the greatest number.
 */
final class FramePairs {
    /** As far as 16 bits go, or farther. */
    static final int FAR_MM = 65535;

    private final Path folder;
    private final CameraRig rig;

    /** Makes the folders and writes the camera. */
    FramePairs(Path folder, CameraRig rig) throws IOException {
        this.folder = folder;
        this.rig = rig;
        Files.createDirectories(folder.resolve("color"));
        Files.createDirectories(folder.resolve("depth"));
        double f = rig.focalPx();
        Files.writeString(
                folder.resolve("camera.txt"),
                f
                        + " "
                        + f
                        + " "
                        + (rig.width() - 1) / 2.0
                        + " "
                        + (rig.height() - 1) / 2.0
                        + "\n");
    }

    /** Writes the pictures of this moment. */
    void write(String name, LockStep link) throws IOException {
        BufferedImage colour =
                new BufferedImage(rig.width(), rig.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) colour.getRaster().getDataBuffer()).getData();
        byte[] rgb = link.colour();
        for (int i = 0; i < rgb.length; i += 3) {
            bgr[i] = rgb[i + 2];
            bgr[i + 1] = rgb[i + 1];
            bgr[i + 2] = rgb[i];
        }
        BufferedImage depth =
                new BufferedImage(rig.width(), rig.height(), BufferedImage.TYPE_USHORT_GRAY);
        short[] mm = ((DataBufferUShort) depth.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < mm.length; i++) {
            mm[i] = (short) millimetres(link.depthM(i), rig.farM());
        }
        ImageIO.write(colour, "png", folder.resolve("color").resolve(name + ".png").toFile());
        ImageIO.write(depth, "png", folder.resolve("depth").resolve(name + ".png").toFile());
    }

    /** A depth as the file has it, 1 … 65535. */
    static int millimetres(float depthM, double farM) {
        return depthM >= farM - 0.01 ? FAR_MM : Math.clamp(Math.round(depthM * 1000.0), 1, FAR_MM);
    }
}
