package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShapeTest {
    @Test
    void shouldMeasureToABoxFromFaceEdgeAndInside() {
        Box box = Box.of(1, 2, 3, 1, 2, 3, 0);
        assertEquals(4, box.distance(6, 2, 3), 1e-12);
        assertEquals(5, box.distance(1 + 1 + 3, 2 + 2 + 4, 3), 1e-12);
        assertEquals(-1, box.distance(1, 2, 3), 1e-12);
        Box turned = Box.of(0, 0, 0, 2, 1, 1, Math.PI / 2);
        assertEquals(1, turned.distance(2, 0, 0), 1e-12);
        assertEquals(1, turned.distance(0, 3, 0), 1e-12);
    }

    @Test
    void shouldMeasureToAStemAtMantleAndEnds() {
        Frustum post = Frustum.between(0, 0, 0, 0, 0, 4, 0.5, 0.5);
        assertEquals(1.5, post.distance(2, 0, 2), 1e-12);
        assertEquals(3, post.distance(0, 0, 7), 1e-12);
        assertEquals(5, post.distance(3.5, 0, 8), 1e-12);
        assertEquals(-0.5, post.distance(0, 0, 2), 1e-12);
        // A mantle leaning by atan(1/4): the distance is at right angles to it.
        Frustum cone = Frustum.between(0, 0, 0, 0, 0, 4, 1, 0);
        assertEquals(1.5 * 4 / Math.sqrt(17), cone.distance(2, 0, 2), 1e-12);
    }

    @Test
    void shouldMeasureToARodAndABall() {
        Capsule rod = Capsule.between(0, 0, 1, 2, 0, 1, 0.25);
        assertEquals(0.75, rod.distance(1, 1, 1), 1e-12);
        assertEquals(4.75, rod.distance(2 + 3, 4, 1), 1e-12);
        Ellipsoid ball = Ellipsoid.of(0, 0, 0, 2, 2, 2, 0.3);
        assertEquals(3, ball.distance(0, 5, 0), 1e-12);
        assertEquals(-2, ball.distance(0, 0, 0), 1e-12);
    }

    @Test
    void shouldHoldEveryShapeInItsBoundingSphere() {
        Dice dice = new Dice(5);
        List<Shape> shapes =
                List.of(
                        Box.of(1, -1, 2, 0.4, 2, 1, 0.7),
                        Ellipsoid.of(-2, 0, 1, 0.3, 1.5, 0.8, -0.4),
                        Frustum.between(1, 2, 0, 0, 1, 5, 0.6, 0.1),
                        Capsule.between(-1, 0, 0, 2, 2, 1, 0.3));
        for (Shape shape : shapes) {
            for (int i = 0; i < 2000; i++) {
                double x = shape.centreX() + dice.uniform(-4, 4);
                double y = shape.centreY() + dice.uniform(-4, 4);
                double z = shape.centreZ() + dice.uniform(-4, 4);
                if (shape.distance(x, y, z) <= 0) {
                    double fromCentre =
                            Math.sqrt(
                                    Math.pow(x - shape.centreX(), 2)
                                            + Math.pow(y - shape.centreY(), 2)
                                            + Math.pow(z - shape.centreZ(), 2));
                    assertTrue(fromCentre <= shape.boundM() + 1e-9, shape + " seed 5");
                    assertTrue(z <= shape.topM() + 1e-9, shape + " seed 5");
                }
            }
        }
    }
}
