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
 * bulk copies only; see below why. Weights of a layer from 16 MiB on stay in the mapped file
 * and are read four rows side by side: one after the other reached 76 % of what a C program reads of
 * that file, four 90 %, eight 87 % ({@code bench --giant 8e9}, medians of three, beside other work).
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
 * With a vector population count, on a Zen 4 core, 3x3, 256 to 256 channels, 40x30: a register tile
 * of four pixels by two vectors, all stages, makes 0.96 T multiply-accumulates a second; six by four
 * that ends in signs ({@code TileSigns}) 1.07; the C program of {@code kernels/benchmarks}, which
 * only counts, 1.22.
 *
 * <p><b>What bounds it.</b> An XOR, a count and an add of 512 bits each take two of the core's four
 * 256-bit pipes for a cycle: 1.5 cycles a vector, 36 for the 24 of a tile's word, or 1.23 T at 3.6
 * GHz. That is where the C program stands, and carry-save with three-input logic needs three
 * operations a word however deep it goes. C2's loop (read with {@code -XX:CompileCommand=print})
 * has the same 72 operations, no spilled vector, and loads, compares and jumps that fit beside
 * them. By default it keeps two or three of the loop's integers in vector registers, which takes
 * about a cycle there, but on an Emerald Rapids core (two 512-bit ports, of which one counts) 8 of
 * 46: the moves back stand in line behind the counts, and the next word's loads behind the moves.
 * That loop alone makes 0.79 T with the moves and 0.96 without; its range checks cost nothing, nor
 * does it that vectors in arrays cross cache lines. So start the JVM with {@code
 * -XX:-UseFPUForSpilling}, as all of Jink does: the layer then makes 0.75 to 0.84 T on that core in
 * place of 0.61, the C program 0.82 to 0.91. What is left of the difference is what C does not do:
 * 24 comparisons, masks and shifts a tile, and a call. A ResNet-50 of 8.4 ms is 2.4 ms of input
 * layer (118 M float products: 49 G/s of 58 G/s that 16 lanes at 3.6 GHz allow), 2.9 ms of 3x3
 * layers, and else 1x1 layers, of which those with a real
 * shortcut (0.10 to 0.24 ms) move their floats at 25 to 30 GB/s. Thrown away there:
 *
 * <pre>
 *   tile 4x4                                   0.98 T alone; but the method outgrows C2's inlining
 *                                              in a JVM that has run other shapes, and boxes
 *   small methods that take or return vectors  not inlined after a rare shape, boxes for good
 *   whole rows through each stage              as fast where rows are short, slower where 256
 *                                              channels of 56 pixels leave the nearest cache
 *   epilogue pixel by pixel                    1.4 times as long as channel group by channel group
 *                                              with its constants in registers; two pixels at a
 *                                              time 1.3 to 1.7 times, for 1x1 layers with floats
 *   the tile's loop over pixels in its method  1 % faster; boxes other layers in a busy machine
 *   2 MB pages under the slab and the heap     no difference
 * </pre>
 *
 * <p><b>Known.</b> In a JVM that has run several widths and many shapes, C2 boxes {@code TileSigns} for
 * good now and then: the 256-bit path of {@code jink bench} after all other sections (10 to 20 ms in
 * place of 0.5), once the 512-bit one of two planes in a test on a busy machine. C2 builds up to 36,000
 * nodes for it and stops inlining at 40,000; raising that limit did not help, so the cause is open. A
 * node runs one width, and its own figures tell the heap bytes of a frame.
 *
 * <p>{@code FrameTime} among the tests times the node's whole network on every path.
 */
package dev.jink.kernels;
