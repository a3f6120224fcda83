/**
 * Calibration boards and how they are found in a picture: what is printed on the board, where its
 * points lie on it in metres and in the picture in pixels, and how sharp they are.
 *
 * <p>Detection is OpenCV's; the room's own work starts with the points. Knows nothing of cameras:
 * {@link dev.jink.calibration.solve} makes one of these views.
 */
package dev.jink.calibration.board;
