package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class WalkScoreTest {
    @Test
    void shouldFindByOneThresholdThatLetsATenthThrough() {
        List<WalkScore.Frame> frames = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            frames.add(frame(false, i / 20f)); // 0 ... 0.95: two of them above 0.85
        }
        for (float score : new float[] {0.5f, 0.85f, 0.86f, 0.99f}) {
            frames.add(frame(true, score));
        }
        assertEquals(0.5, new WalkScore(frames).found(0.1));
    }

    @Test
    void shouldJudgeWalksTogetherByTheirPictures() {
        WalkScore one = new WalkScore(List.of(frame(true, 0.4f), frame(false, 0.3f)));
        WalkScore two = new WalkScore(List.of(frame(true, 0.9f), frame(false, 0.8f)));
        assertEquals(1.0, one.auroc());
        assertEquals(1.0, two.auroc());
        assertEquals(0.75, WalkScore.together(List.of(one, two)).auroc());
    }

    private static WalkScore.Frame frame(boolean close, float score) {
        return new WalkScore.Frame(Path.of("frame_1.pgm"), close, score, 0, 0);
    }
}
