package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class LossRecordTest {
    @TempDir private Path folder;

    @Test
    void shouldGoOnWhereTheCheckpointIs() throws IOException {
        Path file = LossRecord.beside(folder.resolve("float-1.checkpoint"));
        assertEquals(folder.resolve("float-1.loss"), file);
        LossRecord first = LossRecord.open(file, 0);
        for (int step = 1; step <= 100; step++) {
            first.add(step, 1.0 / step);
        }
        first.save();
        LossRecord again = LossRecord.open(file, 50); // cut at 100, checkpoint at 50
        again.add(75, 0.5);
        again.save();
        assertEquals(3, LossRecord.read(file).size());
        assertEquals(new LossRecord.Point(75, 0.5), LossRecord.read(file).getLast());
    }
}
