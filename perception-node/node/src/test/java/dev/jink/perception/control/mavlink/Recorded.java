package dev.jink.perception.control.mavlink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A wire that keeps every frame. */
final class Recorded implements Wire {
    private final List<byte[]> frames = new ArrayList<>();

    @Override
    public void send(byte[] bytes, int length) {
        frames.add(Arrays.copyOf(bytes, length));
    }

    byte[] last() {
        return frames.getLast();
    }

    int count() {
        return frames.size();
    }
}
