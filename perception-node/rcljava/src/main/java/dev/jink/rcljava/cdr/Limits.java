package dev.jink.rcljava.cdr;

/**
 * How large a picture may be on the wire; read when the first endpoint of a type is made.
 *
 * <p>Two limits, so that a picture that is merely too large is refused with a reason: up to {@code
 * jink.dds.max_image_bytes} it is taken, above it and up to {@code jink.dds.max_payload_bytes} it
 * is received, refused and counted; what is larger still the DDS library drops, and it shows only
 * as a lost sample.
 */
public final class Limits {
    /** Property: most bytes of pixels, default 1920x1080 in four channels. */
    public static final String MAX_IMAGE = "jink.dds.max_image_bytes";

    /** Property: most bytes of a picture's payload, default twice the pixels and 4 KiB. */
    public static final String MAX_PAYLOAD = "jink.dds.max_payload_bytes";

    private static final int OVERHEAD_BYTES = 4096;

    private Limits() {}

    /** Most bytes of pixels, or of a compressed picture, that are taken. */
    public static int maxImageBytes() {
        return positive(MAX_IMAGE, 1920 * 1080 * 4);
    }

    /** Most bytes of a picture's payload that the DDS library lets through. */
    public static int maxImagePayloadBytes() {
        int atLeast = Math.addExact(maxImageBytes(), OVERHEAD_BYTES);
        return Math.max(
                atLeast, positive(MAX_PAYLOAD, Math.addExact(2 * maxImageBytes(), OVERHEAD_BYTES)));
    }

    private static int positive(String property, int otherwise) {
        Integer value = Integer.getInteger(property, otherwise);
        if (value <= 0 || value > 1 << 29) {
            throw new IllegalArgumentException(
                    "-D%s: got %d, wanted 1 to %d bytes".formatted(property, value, 1 << 29));
        }
        return value;
    }
}
