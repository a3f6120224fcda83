/**
 * The 1-bit inference engine: bit tensors, off-heap memory, the choice of a path. It knows the JDK
 * and nothing else, and runs on the drone.
 *
 * <p>Rooms: {@link dev.jink.kernels.plan} holds layers and compiles a model into a plan, which is
 * where users enter; {@link dev.jink.kernels.model} is the model and its file; {@link
 * dev.jink.kernels.reference} says what is computed; {@link dev.jink.kernels.scalar} and {@link
 * dev.jink.kernels.vector} compute it fast. Only {@code vector} may import {@code
 * jdk.incubator.vector}.
 *
 * <h2>Design note</h2>
 *
 * <p><b>Bits.</b> 0 is +1 and 1 is −1, so a product of signs is an XOR, and a dot product of K
 * signs is {@code K - 2 popcount(x ^ w)}: each differing bit turns a +1 into a −1. {@link
 * dev.jink.kernels.BitLayout} draws how they lie. Bits past the last channel are 0 on both sides
 * and never differ; K counts real channels only, so any channel count is exact without a
 * correction. The border is stored as 0, that is +1, so the inner loops know no edges.
 *
 * <p><b>More bits.</b> An activation of b bits is an odd level, {@code sum over planes p of 2^p
 * s_p} with signs s_p, so its dot product with signs is the planes' dot products, weighted: {@code
 * (2^b - 1) K - 2 sum of 2^p popcount(x_p ^ w)}. Planes share weights; to the counting kernels they
 * are b times as many pixels, and b bits cost b times one bit and nothing else.
 *
 * <p><b>Epilogue.</b> {@code v = scale * dot + bias}, {@code v + shortcut}, {@code u = v - gamma},
 * {@code y = (u >= 0 ? u : beta u) + zeta}, and for the next layer {@code bit = y + shift < 0}.
 * Every step is one float32 operation, rounded by itself, in this order, on every path; Java never
 * contracts a multiply and an add. A layer without shortcut adds −0, the one number that changes no
 * other. So paths can be, and are, compared bit for bit. Where nothing but signs is read, all of it
 * is folded into one integer comparison per value, by trying every count at load; see {@code
 * Thresholds}. A maximum of which only signs are read is an AND of packed bits.
 *
 * <p><b>Width of sums.</b> Binary: a layer is refused unless K times its largest level is at most
 * 2^24, so counts and dot products are exact in an int and in a float. (One bit: 49 x 65536 &lt;
 * 2^22.) Input convolution: at most 65536 taps of |w| &lt;= 128 and |p - zero| &lt;= 255 stay below
 * 2^31, exact in an int. The vector paths sum in floats, which is exact whatever the order and with
 * or without fused multiply-add as long as the sum of |w| times the largest |p - zero| is at most
 * 2^24; this is checked for each layer's weights (any weights of up to 514 taps pass), and a layer
 * that fails goes to integers. The 8-bit head: 65536 x 128 x 127 &lt; 2^31.
 *
 * <p><b>Memory.</b> One slab holds the picture, what lies between layers, and the output, placed
 * by lifetime. Kernels work on arrays of their own, a few pixels at a time, and meet the slab in
 * bulk copies only; see below why. Weights of a layer from 16 MiB on stay in the mapped file.
 *
 * <p><b>Threads.</b> The rows of a layer's output are dealt out to N threads, each with its own
 * scratch; a barrier stands between layers. Planes that are made of floats are made by the thread
 * that wrote the floats, so they need no barrier of their own.
 *
 * <p><b>Tried</b> for a 3x3 layer, 64 to 64 channels, 20x15, on a Zen 3 core (AVX2 without a vector
 * population count), JDK 25, microseconds of processor time, best of many rounds:
 *
 * <pre>
 *   long lanes, BIT_COUNT per word             86     int lanes 68, byte lanes 51 (K a constant)
 *   nine words by carry-save, then BIT_COUNT   39     taken; 42 inside the plan
 *   carry-save, then byte counts or shifts    400+    outgrows C2's inlining, vectors are boxed
 *   carry-save over memory segments            45     alone; boxed (210) as soon as a sum goes
 *                                                     round the loop: hence arrays
 *   scalar POPCNT                             130     66 with nine words written out
 *   pshufb table through rearrange              -     256 bits wide it is five instructions, as a
 *                                                     lane may come from either half
 *   input layer: float tile 4x2 97, int tile 115, float tile over segments 125
 * </pre>
 *
 * With a vector population count a register tile of four pixels by two vectors, without carry-save,
 * on a Zen 4 core: 3x3, 256 to 256 channels, 40x30, all stages, 0.96 T multiply-accumulates a
 * second, of which the tile alone makes 1.07; the C program of {@code kernels/benchmarks}, which
 * only counts, makes 1.2. Thrown away there:
 *
 * <pre>
 *   tile 4x4                                   0.98 T alone; but the method outgrows C2's inlining
 *                                              in a JVM that has run other shapes, and boxes
 *   small methods that take or return vectors  not inlined after a rare shape, boxes for good
 *   whole rows through each stage              as fast where rows are short, slower where 256
 *                                              channels of 56 pixels leave the nearest cache
 *   epilogue pixel by pixel                    1.4 times as long as channel group by channel group
 *                                              with its constants in registers
 * </pre>
 *
 * {@code FrameTime} among the tests times the node's whole network on every path.
 */
package dev.jink.kernels;
