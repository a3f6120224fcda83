package dev.jink.gazebo.world;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the files have them: the same text for the same number, on every machine. */
final class Text {
    private Text() {}

    /** To a hundredth of a millimetre, without idle zeros. */
    static String n(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "world: got " + value + " as a length or an angle, wanted a finite number");
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Several, with blanks between. */
    static String n(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(n(value));
        }
        return text.toString();
    }
}
