package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.RecordedCamera.Answer;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class SideBySideTest {
    /** @param forward of each picture; NaN = no answer */
    private static Played played(String model, double... forward) {
        Walk walk = new Walk(List.of());
        for (int i = 0; i < forward.length; i++) {
            walk.sent("picture " + i, i);
        }
        walk.answered(
                stamp ->
                        Double.isNaN(forward[(int) stamp])
                                ? null
                                : new Answer(0, forward[(int) stamp], 0, 0, 0.5));
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("frames", forward.length).put("acted", forward.length);
        figures.put("braked", 0).put("superseded", 0).put("refused", 0).put("missedDeadlines", 0);
        figures.putObject("arrivalToCommandMs").put("p50", 1.0).put("p99", 2.0).put("max", 3.0);
        return new Played(model, figures, walk);
    }

    @Test
    void shouldTellWhereTwoModelsPart() {
        SideBySide both =
                new SideBySide(
                        played("a/old.jink", 1, 1, 0, Double.NaN),
                        played("b/new.jink", 1, 0.5, 1.5, 1));
        ObjectNode apart = (ObjectNode) both.figures().get("apart");
        assertEquals(3, apart.get("pictures").asInt());
        assertEquals(2.0 / 3, apart.get("forwardMps").asDouble(), 1e-12);
        assertEquals(0, apart.get("turnRps").asDouble());
        assertEquals(1, apart.get("stops").asInt());
        assertEquals("picture 2", apart.get("most").get("at").asText());
        assertEquals("a/old.jink", both.figures().get("first").get("model").asText());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        both.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("old.jink") && text.contains("new.jink"), text);
        assertTrue(text.contains("one stops, the other doesn't in 1; most by 1.50 m/s"), text);
    }

    @Test
    void shouldFindNothingBetweenTwoThatAgree() {
        SideBySide both = new SideBySide(played("a", 1, 2), played("b", 1, 2));
        assertEquals(0, both.figures().get("apart").get("forwardMps").asDouble());
        assertEquals(0, both.figures().get("apart").get("most").get("mps").asDouble());
    }
}
