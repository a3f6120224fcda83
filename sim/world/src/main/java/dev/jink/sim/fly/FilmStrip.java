package dev.jink.sim.fly;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/** The last pictures before a flight's end, oldest first. */
record FilmStrip(List<Picture> pictures) {
    /**
     * @param seconds into the flight
     * @param gray [height][width]
     * @param said the command that answered it, in words
     */
    record Picture(double seconds, int width, int height, byte[] gray, String said) {
        private String html() throws IOException {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, width, height, gray);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return String.format(
                    Locale.ROOT,
                    "<figure><img src='data:image/png;base64,%s' alt=''>"
                            + "<figcaption>%.2f s, %s</figcaption></figure>",
                    Base64.getEncoder().encodeToString(png.toByteArray()),
                    seconds,
                    said);
        }
    }

    /** As part of a page, the pictures in it. */
    String html() throws IOException {
        StringBuilder html = new StringBuilder("<div class='strip'>");
        for (Picture picture : pictures) {
            html.append(picture.html());
        }
        return html.append("</div>\n").toString();
    }
}
