package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FieldOfViewTest {
    private static final int DRAWN = 4000;

    @Test
    void shouldCoverWhatLiesInsideWhole() {
        FieldOfView view = new FieldOfView(9, 16, 151, 104);
        assertFalse(view.covers(8, 16, 8));
        assertTrue(view.covers(9, 16, 8));
        assertTrue(view.covers(143, 96, 8));
        assertFalse(view.covers(144, 96, 8));
        assertFalse(view.covers(143, 97, 8));
        assertFalse(view.covers(143, 15, 8));
        assertTrue(FieldOfView.WHOLE.covers(0, 0, VirtualPicture.HEIGHT));
    }

    @Test
    void shouldDrawViewsFromAQuarterOfThePictureToAllOfIt() {
        int whole = 0;
        int lopsided = 0;
        double least = 1;
        for (int i = 0; i < DRAWN; i++) {
            FieldOfView view = FieldOfView.drawn(Seeds.random(3, 1, i));
            int width = view.right() - view.left();
            int height = view.bottom() - view.top();
            assertTrue(view.left() >= 0 && view.right() <= VirtualPicture.WIDTH, view.toString());
            assertTrue(view.top() >= 0 && view.bottom() <= VirtualPicture.HEIGHT, view.toString());
            // 53° across is 80 pixels, of which a mount askew leaves most.
            assertTrue(width >= 70 && height >= 15, view.toString());
            whole += view.equals(FieldOfView.WHOLE) ? 1 : 0;
            lopsided += Math.abs(view.top() - (VirtualPicture.HEIGHT - view.bottom())) > 10 ? 1 : 0;
            least = Math.min(least, (double) width * height / VirtualPicture.PIXELS);
        }
        assertEquals(0.55, whole / (double) DRAWN, 0.05);
        assertTrue(lopsided > DRAWN / 10, lopsided + " lopsided");
        assertTrue(least < 0.2, "least " + least);
    }
}
