package dev.jink.training;

/** Where training takes its pictures from: a pure function, so a resumed run sees the same ones. */
interface ExampleSource {
    /** Fills {@code out} with picture {@code slot} of the batch of {@code step}. One thread. */
    void fill(int step, int slot, Example out);
}
