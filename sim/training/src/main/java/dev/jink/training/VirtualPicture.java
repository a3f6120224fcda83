package dev.jink.training;

/** The network's picture and grid, as node and simulator have them. */
final class VirtualPicture {
    static final int WIDTH = 160;
    static final int HEIGHT = 120;
    static final int PIXELS = WIDTH * HEIGHT;
    static final int COLUMNS = 20;
    static final int ROWS = 15;
    static final int CELLS = COLUMNS * ROWS;
    static final int CELL_PIXELS = WIDTH / COLUMNS;

    /** Width, height, fx, fy, cx, cy in pixels; pixel (0, 0) is the centre of the first. */
    static final String CAMERA = "160 120 80 80 79.5 59.5";

    static final String GRID = COLUMNS + " " + ROWS;

    private VirtualPicture() {}
}
