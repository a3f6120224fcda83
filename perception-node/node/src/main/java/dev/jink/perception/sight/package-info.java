/**
 * From a camera's pixels to the ranges of what is in the way.
 *
 * <p>{@link dev.jink.perception.sight.Rectifier} turns a frame of any real camera into the
 * network's virtual picture, {@link dev.jink.perception.sight.Contrast} evens out its light,
 * {@link dev.jink.perception.sight.Detector} runs the network over it, and {@link
 * dev.jink.perception.sight.ObstacleGrid} holds what came out: for every cell of the picture the
 * range to the nearest obstacle, or that it is clear, or that it isn't known.
 *
 * <p>The room knows the engine and the calibration, nothing of ROS, of commands or of time.
 * Training enters it for {@code Contrast} alone: a network sees light only through that class, in
 * the air as in training. Nothing here allocates after construction, and no object is safe for use
 * by two threads at once.
 */
package dev.jink.perception.sight;
