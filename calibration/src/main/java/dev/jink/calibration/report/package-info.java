/**
 * A calibration on one page: a file of HTML that needs no other, with every figure and its
 * confidence, what each picture says, where the errors lie, and pictures as they look undistorted.
 */
package dev.jink.calibration.report;
