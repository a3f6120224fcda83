/**
 * Calibration judged where the truth is known: random cameras, boards rendered before them with
 * blur and noise, and how often what was found held what was drawn.
 *
 * <p>May enter: what makes pictures of boards and counts. It uses the calibration as any user would,
 * and nothing else uses it but the command and the tests.
 */
package dev.jink.calibration.campaign;
