package dev.jink.sim.fly;

import java.util.List;

/** The last pictures before a flight's end, oldest first. */
record FilmStrip(List<Picture> pictures) {
    /**
     * @param seconds into the flight
     * @param gray [height][width]
     * @param said the command that answered it, in words
     */
    record Picture(double seconds, int width, int height, byte[] gray, String said) {}
}
