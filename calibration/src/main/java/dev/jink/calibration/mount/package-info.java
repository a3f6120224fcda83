/**
 * How the camera sits in the body: from a board whose place is known, or from flight. Each angle and
 * offset comes with its uncertainty, and what the data don't tell is said to be unknown.
 */
package dev.jink.calibration.mount;
