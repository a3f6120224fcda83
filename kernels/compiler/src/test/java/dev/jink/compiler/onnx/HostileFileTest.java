package dev.jink.compiler.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.compiler.export.Export;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.kernels.plan.RandomModels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files that are no whole ONNX model: each ends in one line, whatever is in it. */
final class HostileFileTest {
    private static final int MUTATIONS = 3000;

    @TempDir private Path folder;

    /** Compiles it, or is refused in one line. */
    private static boolean compiles(byte[] bytes, String what) {
        try {
            Lowering.lower(OnnxReader.read(bytes), PixelScale.PLAIN, Map.of());
            return true;
        } catch (OnnxException e) {
            assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
            assertTrue(e.getMessage().contains("wanted"), what + ": " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static byte[] small() {
        for (long seed = 0; ; seed++) {
            byte[] bytes = OnnxWriter.bytes(Export.onnx(new RandomModels(seed).next()));
            if (bytes.length < 20_000 && bytes.length > 6_000) {
                return bytes;
            }
        }
    }

    @Test
    void shouldRefuseEveryTruncationInOneLine() {
        byte[] bytes = small();
        assertTrue(compiles(bytes, "whole"));
        for (int length = 0; length < bytes.length; length += 1 + length / 200) {
            assertFalse(compiles(Arrays.copyOf(bytes, length), "length " + length));
        }
    }

    @Test
    void shouldRefuseOrCompileWhateverBytesAreChanged() {
        byte[] bytes = small();
        Random random = new Random(11);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = bytes.clone();
            int count = 1 + random.nextInt(3);
            for (int k = 0; k < count; k++) {
                // Nodes come first in the file: half of the changes there.
                int range = random.nextBoolean() ? 2500 : changed.length;
                changed[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            compiles(changed, "mutation " + i + " of seed 11");
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAFileThatIsNone() throws Exception {
        Path text = Files.writeString(folder.resolve("net.onnx"), "not a network");
        OnnxException e = assertThrows(OnnxException.class, () -> OnnxReader.read(text));
        assertTrue(e.getMessage().startsWith(text + ": got "), e.getMessage());
        assertTrue(e.getMessage().endsWith("wanted a whole ONNX model: export it again"));
        Path none = folder.resolve("none.onnx");
        assertEquals(
                none + ": got no such file, wanted an ONNX file: check the path",
                assertThrows(OnnxException.class, () -> OnnxReader.read(none)).getMessage());
    }

    @Test
    void shouldRefuseATensorThatClaimsMoreThanItHolds() {
        OnnxBuilder onnx = new OnnxBuilder();
        String y = onnx.node("Add", "x", onnx.constant("c", Tensor.of(new int[] {2}, 1, 2)));
        byte[] bytes =
                OnnxWriter.bytes(onnx.model(13, new OnnxValue("x", 1, 2), new OnnxValue(y, 1, 2)));
        byte[] wider = bytes.clone();
        for (int i = 0; i + 4 < wider.length; i++) {
            // dims = 2, data_type = FLOAT.
            if (wider[i] == 8 && wider[i + 1] == 2 && wider[i + 2] == 16 && wider[i + 3] == 1) {
                wider[i + 1] = 3;
            }
        }
        assertFalse(Arrays.equals(bytes, wider));
        OnnxException e = assertThrows(OnnxException.class, () -> OnnxReader.read(wider));
        assertEquals(
                "got a tensor [3] of 8 bytes for 12, wanted a whole ONNX model: export it again",
                e.getMessage());
    }

    @Test
    void shouldReadBackWhatItWrites() {
        OnnxBuilder onnx = new OnnxBuilder();
        Map<String, Object> attributes =
                Map.of(
                        "real",
                        1.5f,
                        "number",
                        -3L,
                        "text",
                        "half_pixel",
                        "list",
                        new long[] {1, -2},
                        "reals",
                        new float[] {0.25f},
                        "tensor",
                        Tensor.whole(Tensor.INT8, new int[] {2}, -128, 127));
        onnx.node("Op", "some.domain", List.of("x", "", "w"), "y", attributes);
        onnx.constant("w", Tensor.of(new int[] {1, 2}, 3, 4));
        OnnxModel read =
                OnnxReader.read(
                        OnnxWriter.bytes(
                                onnx.model(
                                        15,
                                        new OnnxValue("x", -1, 3),
                                        new OnnxValue("y", Tensor.FLOAT, null))));
        OnnxNode node = read.nodes().getFirst();
        assertEquals("some.domain", node.domain());
        assertEquals(List.of("x", "", "w"), node.inputs());
        assertEquals(1.5f, node.real("real", 0));
        assertEquals(-3, node.number("number", 0));
        assertEquals("half_pixel", node.text("text", ""));
        assertArrayEquals(new long[] {1, -2}, node.list("list"));
        assertArrayEquals(new long[] {-128, 127}, node.tensor("tensor").integers());
        assertArrayEquals(new float[] {3, 4}, read.constants().get("w").floats());
        assertArrayEquals(new int[] {-1, 3}, read.inputs().getFirst().dims());
        assertEquals(15, read.opset());
    }
}
