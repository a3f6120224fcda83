package dev.jink.kernels.vector;

import dev.jink.kernels.plan.RPReLU;

/**
 * The epilogue's numbers, so that one group of channels finds them in one stretch: {@code
 * [groups][scale bias gamma beta zeta shift][lanes]}. Lanes past the last channel are 0.
 */
final class ChannelConstants {
    static final int ROWS = 6;

    private ChannelConstants() {}

    static int groups(int channels, int lanes) {
        return (channels + lanes - 1) / lanes;
    }

    /**
     * @param shiftOut or null, when nobody asks for signs
     */
    static float[] pack(
            int lanes, float[] scale, float[] bias, RPReLU activation, float[] shiftOut) {
        float[][] rows = {
            scale, bias, activation.gamma(), activation.beta(), activation.zeta(), shiftOut
        };
        float[] packed = new float[groups(scale.length, lanes) * ROWS * lanes];
        for (int row = 0; row < rows.length; row++) {
            for (int c = 0; rows[row] != null && c < rows[row].length; c++) {
                packed[(c / lanes * ROWS + row) * lanes + c % lanes] = rows[row][c];
            }
        }
        return packed;
    }
}
