package dev.jink.perception.frame;

/**
 * What a frame must keep to.
 *
 * @param maxWidth pixels
 * @param maxHeight pixels
 * @param staleNanos a header stamp this old at arrival leaves no time to act
 * @param futureNanos how far a header stamp may lie ahead of the node's clock: clocks of two
 *     machines never agree to the last
 */
public record FrameLimits(int maxWidth, int maxHeight, long staleNanos, long futureNanos) {
    /** Four bytes per pixel and room for rows padded to 64 bytes. */
    public long capacityBytes() {
        return ((long) maxWidth * 4 + 64) * maxHeight;
    }
}
