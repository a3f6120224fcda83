package dev.jink.launch.profile;

import dev.jink.launch.PictureSource.Picture;

import java.nio.ByteBuffer;

/** Made-up pictures that the node believes: textured, well lit, and never the same twice in a row. */
final class Pictures {
    private static final int COUNT = 16;
    private static final int SHIFT = 5;

    private final Picture[] all = new Picture[COUNT];
    private int next;

    Pictures(String encoding) {
        int channels = encoding.equals("mono8") ? 1 : 3;
        for (int n = 0; n < COUNT; n++) {
            ByteBuffer pixels = ByteBuffer.allocateDirect(Plan.WIDTH * Plan.HEIGHT * channels);
            for (int y = 0; y < Plan.HEIGHT; y++) {
                for (int x = 0; x < Plan.WIDTH * channels; x++) {
                    pixels.put(grey(x / channels + n * SHIFT, y));
                }
            }
            all[n] = new Picture("made-up " + n, Plan.WIDTH, Plan.HEIGHT, encoding, pixels.flip());
        }
    }

    Picture next() {
        return all[next++ % COUNT];
    }

    /** Trunk-like stripes over blobs. */
    private static byte grey(int x, int y) {
        double blobs = Math.sin(x / 23.0) * Math.cos(y / 17.0);
        int stripe = x % 97 < 20 ? -40 : 0;
        return (byte) (128 + 70 * blobs + stripe);
    }
}
