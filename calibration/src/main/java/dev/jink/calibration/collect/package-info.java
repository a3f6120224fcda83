/**
 * From pictures to a set of views worth calibrating with: what is taken and what is left out and
 * why, what is still missing, and when the set or its outcome is refused.
 */
package dev.jink.calibration.collect;
