/**
 * What a camera sees and where: everything between a raw picture of some real lens and the one
 * virtual camera the network was trained on.
 *
 * <p>{@link dev.jink.calibration.CameraModel} projects points of the world to pixels, {@link
 * dev.jink.calibration.Mount} says how the camera sits in the body, {@link
 * dev.jink.calibration.VirtualCamera} is what the network wants to look through. From these three
 * {@link dev.jink.calibration.RectifyMaps} are computed once; {@link
 * dev.jink.calibration.GrayConversion} and {@link dev.jink.calibration.Remap} then turn every
 * picture into a virtual one, off the heap and without allocating. {@link
 * dev.jink.calibration.CellRays} and {@link dev.jink.calibration.CellMask} tell, per cell of the
 * network's grid, where it looks and how much of it the real camera covers.
 *
 * <p>Frames: body is FLU (x forward, y left, z up), optical is x right, y down, z forward. Pixel
 * (0, 0) is the centre of the top left pixel. Angles are radians, right-handed.
 *
 * <p>Who may enter: code that knows nothing of ROS, DDS, the network or the planner. A calibration
 * arrives here as numbers or as a file, pictures as memory segments. Only this room and the
 * node's picture decoding touch OpenCV, and {@link dev.jink.calibration.OpenCv} is its one door.
 */
package dev.jink.calibration;
