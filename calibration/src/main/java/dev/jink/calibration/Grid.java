package dev.jink.calibration;

/** The one condition that cells put on a picture: they tile it, with nothing left over. */
final class Grid {
    private Grid() {}

    static void check(VirtualCamera camera, int columns, int rows) {
        boolean tiles =
                columns >= 1
                        && rows >= 1
                        && camera.width() % columns == 0
                        && camera.height() % rows == 0;
        if (!tiles) {
            throw new CalibrationException(
                    "grid is "
                            + columns
                            + "x"
                            + rows
                            + " cells over a virtual camera of "
                            + camera.width()
                            + "x"
                            + camera.height()
                            + " pixels, wanted counts above 0 that divide the picture evenly: use"
                            + " the grid named in the model file");
        }
    }
}
