package dev.jink.perception.ros;

/** How ranges are shown: the colours of the live page, red, green and blue from 0 to 255. */
enum Ranges {
    NEAR(255, 77, 77),
    MIDDLE(255, 159, 46),
    FAR(242, 225, 76),
    CLEAR(90, 200, 120),
    UNKNOWN(120, 130, 140);

    private static final float NEAR_M = 2;
    private static final float MIDDLE_M = 4;

    final int red;
    final int green;
    final int blue;

    Ranges(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** @param rangeM metres; +infinity = clear, NaN = not known */
    static Ranges of(float rangeM) {
        if (Float.isNaN(rangeM)) {
            return UNKNOWN;
        }
        if (rangeM == Float.POSITIVE_INFINITY) {
            return CLEAR;
        }
        return rangeM < NEAR_M ? NEAR : rangeM < MIDDLE_M ? MIDDLE : FAR;
    }
}
