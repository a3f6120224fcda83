package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ObstacleMemoryTest {
    private final ObstacleMemory memory = new ObstacleMemory();

    @Test
    void shouldConfirmAPointByASecondPictureNotByASecondCell() {
        memory.see(3, 0, 1, 0.1, 100);
        memory.see(3.1, 0, 1, 0.1, 100);
        assertEquals(1, memory.count());
        assertFalse(memory.confirmed(0));
        memory.see(3, 0, 1, 0.1, 200);
        assertTrue(memory.confirmed(0));
    }

    @Test
    void shouldBelieveTheMeanOfItsLooks() {
        memory.see(3, 0, 1, 0.2, 1);
        memory.see(3.2, 0, 1, 0.1, 2);
        assertEquals(3.1, memory.x[0], 1e-12);
        assertEquals(0.1, memory.extraM[0]);
    }

    @Test
    void shouldDropAPointAfterAsManyDoubtsAsLooks() {
        for (int i = 0; i < 3; i++) {
            memory.see(3, 0, 1, 0.1, i);
        }
        assertFalse(memory.doubt(0));
        assertFalse(memory.doubt(0));
        assertTrue(memory.doubt(0));
        assertEquals(0, memory.count());
    }

    @Test
    void shouldDropWhatIsOldOrFar() {
        memory.see(3, 0, 1, 0.1, 100);
        memory.see(0, 3, 1, 0.1, 200);
        memory.prune(150, 0, 0, 1);
        assertEquals(1, memory.count());
        assertEquals(3, memory.y[0]);
        memory.prune(150, 0, -ObstacleMemory.REACH_M, 1);
        assertEquals(0, memory.count());
    }

    @Test
    void shouldMakeRoomByForgettingTheOldest() {
        for (int i = 0; i <= ObstacleMemory.CAPACITY; i++) {
            memory.see(i, 0, 0, 0, i);
        }
        assertEquals(ObstacleMemory.CAPACITY, memory.count());
        assertEquals(ObstacleMemory.CAPACITY, memory.x[0]);
    }
}
