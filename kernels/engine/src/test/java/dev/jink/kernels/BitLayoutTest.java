package dev.jink.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitLayoutTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "63, 1", "64, 1", "65, 2", "127, 2", "128, 2", "129, 3"})
    void shouldRoundChannelsUpToWords(int channels, int words) {
        assertEquals(words, BitLayout.words(channels));
        int used = 0;
        for (int word = 0; word < words; word++) {
            used += Long.bitCount(BitLayout.usedBits(channels, word));
        }
        assertEquals(channels, used);
        assertEquals(0, BitLayout.usedBits(channels, words));
    }

    @Test
    void shouldPutBorderAroundRows() {
        BitLayout layout = new BitLayout(new Shape(2, 3, 65), 1);
        assertEquals(0, layout.wordIndex(-1, -1));
        assertEquals(10, layout.rowWords());
        assertEquals(12, layout.wordIndex(0, 0));
        assertEquals(38, layout.wordIndex(2, 3));
        assertEquals(320, layout.bytes());
    }

    @Test
    void shouldPointTapsAtTheirPixels() {
        BitLayout layout = new BitLayout(new Shape(4, 5, 70), 2);
        int[] offsets = layout.tapOffsets(3, 2);
        assertEquals(18, offsets.length);
        for (int k = 0; k < offsets.length; k++) {
            int ky = k / 2 / 3;
            int kx = k / 2 % 3;
            long wanted = layout.wordIndex(1 + 2 * ky - 2, 3 + 2 * kx - 2) + k % 2;
            assertEquals(wanted, layout.wordIndex(1 - 2, 3 - 2) + offsets[k]);
        }
    }

    @Test
    void shouldReadSignsThatWereWritten() {
        BitLayout layout = new BitLayout(new Shape(2, 2, 65), 1);
        try (Slab slab = Slab.allocate(layout.bytes())) {
            BitTensor bits = new BitTensor(layout, slab.slice(0, layout.bytes()));
            bits.setWord(1, 0, 0, 1L << 63);
            bits.setWord(1, 0, 1, 1);
            assertEquals(-1, bits.sign(1, 0, 63));
            assertEquals(-1, bits.sign(1, 0, 64));
            assertEquals(1, bits.sign(1, 0, 62));
            assertEquals(1, bits.sign(-1, 0, 0));
        }
    }

    @Test
    void shouldRestoreTheBorderOfItsRowsAlone() {
        BitLayout layout = new BitLayout(new Shape(3, 2, 70), 2, 2);
        for (int from = 0; from < 3; from++) {
            try (Slab slab = Slab.allocate(layout.bytes())) {
                BitTensor bits = new BitTensor(layout, slab.slice(0, layout.bytes()));
                bits.words().fill((byte) -1);
                bits.clearBorder(from, from + 1);
                for (int y = -2; y < 5; y++) {
                    for (int x = -2; x < 4; x++) {
                        boolean inside = y >= 0 && y < 3 && x >= 0 && x < 2;
                        boolean ours = from == Math.clamp(y, 0, 2);
                        long wanted = inside || !ours ? -1 : 0;
                        for (int word = 0; word < layout.pixelWords(); word++) {
                            assertEquals(wanted, bits.word(y, x, word), y + " " + x);
                        }
                    }
                }
            }
        }
    }

    @Test
    void shouldRefuseMemoryOfAnotherLength() {
        BitLayout layout = new BitLayout(new Shape(1, 1, 1), 0);
        try (Slab slab = Slab.allocate(64)) {
            Exception refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> new BitTensor(layout, slab.slice(0, 16)));
            assertEquals(
                    "bit tensor 1x1x1 pad 0: got 16 bytes, wanted 8: slice it after its layout",
                    refusal.getMessage());
        }
    }

    @Test
    void shouldAlignSlabsAndRefuseCrookedSlices() {
        try (Slab slab = Slab.allocate(200)) {
            assertEquals(0, slab.slice(64, 100).address() % Slab.ALIGNMENT);
            Exception refusal =
                    assertThrows(IllegalArgumentException.class, () -> slab.slice(8, 8));
            assertEquals(
                    "slab slice: got offset 8, wanted a multiple of 64: align it with Slab.align",
                    refusal.getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> slab.slice(192, 9));
        }
    }
}
