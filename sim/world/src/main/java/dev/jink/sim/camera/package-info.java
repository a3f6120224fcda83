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
 * {@code HitsBatch}, on all rays inside its {@code ScreenBounds}. {@code DeferredShading} then
 * sorts the pixels by what they show, and {@code ShadingBatch}, {@code SurfaceBatch}, {@code
 * SkyBatch} and {@code TextureBatch} shade some hundred of one material at once. Most of that is
 * loops over arrays without branches or calls, which the JVM turns into vector instructions; each
 * operation and its order is that of the specification, so that the rounding is. (The Vector API
 * stays in the engine.)
 *
 * <p>Tried and thrown away: sorting pixels by solid alone, each then shaded by the scalar code (no
 * faster: what it cost was arithmetic, not branches); a batch for each 8x8 tile and porous solid
 * (some twenty points: no faster than point by point); choosing an angle's octant by {@code
 * Math.signum} or {@code Math.copySign} in place of branches (JDK 25 vectorises no loop with
 * either: slower by half or more than the branches; a vector loop for the octant and a second one
 * for the branches takes half the time); rounding down by the bits of a float (likewise, where
 * {@code Math.floor} does vectorise).
 */
package dev.jink.sim.camera;
