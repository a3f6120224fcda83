package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.rand;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class TwinFileTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @TempDir Path folder;

    private static SightNetwork network(long seed, Integer... dilations) {
        return new SightNetwork(Architecture.sight(8, 1, 16, List.of(dilations), 1), seed);
    }

    private TwinFile saved(SightNetwork twin) throws IOException {
        Path file = folder.resolve("saved.twin.pt");
        TwinFile.save(file, twin, SHA256);
        return TwinFile.read(file);
    }

    /** Logits of the float twin for one picture of noise. */
    private static float[] logits(SightNetwork network) {
        float[][] logits = new float[1][];
        Torch.withoutGradient(
                () -> {
                    org.bytedeco.pytorch.global.torch.manual_seed(9);
                    var pixels =
                            rand(new long[] {1, 1, VirtualPicture.HEIGHT, VirtualPicture.WIDTH})
                                    .mul(new Scalar(255f));
                    logits[0] =
                            Weights.values(
                                    network.forward(pixels, Arithmetic.FLOAT, Pass.EVALUATE));
                });
        return logits[0];
    }

    @Test
    void shouldSayWithMoreLayersWhatTheTwinSaysWithFewer() throws IOException {
        SightNetwork twin = network(1, 1, 2);
        TwinFile file = saved(twin);
        SightNetwork deeper = network(2, 1, 2, 4, 1);
        file.into(deeper);
        SightNetwork same = network(3, 1, 2);
        file.into(same); // what half precision leaves
        assertArrayEquals(logits(same), logits(deeper), 1e-4f);
    }

    @Test
    void shouldRefuseATwinThatIsNotTheStartOfTheNetwork() throws IOException {
        assertRefused(saved(network(1, 1, 2)), network(2, 1)); // deeper than wanted
        assertRefused(saved(network(1, 1)), new SightNetwork(wider(), 2));
        // What lacks is the layer that halves the picture: nothing can stand in for it.
        SightNetwork stem =
                new SightNetwork(
                        new Architecture(
                                VirtualPicture.HEIGHT,
                                VirtualPicture.WIDTH,
                                new Architecture.Stem(8, 7, 4),
                                List.of(),
                                Ordinal.LOGITS,
                                1),
                        1);
        assertRefused(saved(stem), network(2, 1));
    }

    private static Architecture wider() {
        return Architecture.sight(8, 1, 32, List.of(1), 1);
    }

    private static void assertRefused(TwinFile file, SightNetwork network) {
        String line = assertThrows(IOException.class, () -> file.into(network)).getMessage();
        assertTrue(line.startsWith("--from: got " + file.file()), line);
        assertTrue(line.contains("or with fewer of its last layers"), line);
        assertFalse(line.contains("\n"), line);
        assertEquals(line.strip(), line);
    }
}
