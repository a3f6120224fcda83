/**
 * From boards in pictures to a camera: the bundle adjustment, by Levenberg–Marquardt over camera
 * and poses together, its start, the rule that throws out what does not fit, and how far each number
 * may be trusted.
 *
 * <p>{@link dev.jink.calibration.solve.Calibrator} is the way in. {@link
 * dev.jink.calibration.solve.BundleAdjustment} also places a known camera before a board. May enter:
 * mathematics over points; no pictures, no files.
 */
package dev.jink.calibration.solve;
