/**
 * The simulated camera: rays of any camera model, the ray caster, the sensor that turns light into
 * grey, and the true obstacle grid of a picture.
 *
 * <p>Knows scenes and camera models; nothing of drones or ROS. A {@link
 * dev.jink.sim.camera.Renderer}, {@link dev.jink.sim.camera.Sensor} and {@link
 * dev.jink.sim.camera.Shot} belong to one thread each; the rest is immutable or pure.
 *
 * <p>The specification is {@code ReferenceRenderer}: one ray after another, cast, textured and lit
 * before the next. {@code Renderer} makes the same picture to the last bit, in another order.
 * {@code Caster} takes the solids that may be in the picture, nearest first, and tries each, by
 * {@code HitsBatch}, on all rays inside its {@code ScreenBounds}: row by row, and of each row only
 * the columns ({@code Stripes}) inside the strip that a stem's or rod's axis draws through the
 * picture. {@code DeferredShading} then sorts the pixels by what they show, solids of one material
 * together, and {@code ShadingBatch}, {@code SurfaceBatch}, {@code SkyBatch} and {@code
 * TextureBatch} shade some hundred of one material at once. Most of that is loops over arrays
 * without branches or calls, which the JVM turns into vector instructions; each operation and its
 * order is that of the specification, so that the rounding is. (The Vector API stays in the
 * engine.) A shadow is a yes or a no, so {@code Shadows} may ask in any order: first the solid that
 * shaded the point before, then those that the sun sees in the point's cell ({@code Outline}). A
 * flight asks for the luminance alone, without ranges.
 *
 * <p>Where a solid has few pixels, what costs is not arithmetic but branches guessed wrong: at the
 * end of each short loop, of each run of pixels. So pixels are sorted by runs that are found without
 * a branch, and searches for columns begin next to where they end.
 *
 * <p>Tried and thrown away: sorting pixels by solid alone, each then shaded by the scalar code (no
 * faster: what it cost was arithmetic, not branches); a batch for each 8x8 tile and porous solid
 * (some twenty points: no faster than point by point); choosing an angle's octant by {@code
 * Math.signum} or {@code Math.copySign} in place of branches (JDK 25 vectorises no loop with
 * either), or by factors that are 0 or 1 (vectorised, yet slower, in a private comparison); rounding
 * down by the bits of a float (likewise, where {@code Math.floor} does vectorise); dividing for the
 * ground of all rays in a loop of its own (vectorised, and slower for writing the quotients down);
 * shading what lies below the skyline first, so that it gets no clouds (no faster); keeping rays
 * that enter porous solids of one material until there are 512 (no faster: in between, solids behind
 * them are cast in vain). Switches of the JVM for unrolling, conditional moves, large pages, earlier
 * compiling or a cache of linked classes brought nothing in a private comparison; later compiling
 * and less inlining, which {@code launch/jink fly} asks for, spare a process seconds of compiling.
 */
package dev.jink.sim.camera;
