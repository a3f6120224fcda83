package dev.jink.kernels.model;

/** What a section of a model file holds. The code is written to the file and never reused. */
enum SectionKind {
    METADATA(1, 1),
    LAYER(2, 4),
    WEIGHTS_1(3, 8),
    WEIGHTS_8(4, 1),
    WEIGHTS_32(5, 4),
    SHIFT(6, 4),
    SCALE(7, 4),
    BIAS(8, 4),
    GAMMA(9, 4),
    BETA(10, 4),
    ZETA(11, 4),
    GOLDEN_INPUT(12, 1),
    GOLDEN_OUTPUT(13, 4);

    final int code;

    /** Bytes of one element; a section is a whole number of them. */
    final int elementBytes;

    SectionKind(int code, int elementBytes) {
        this.code = code;
        this.elementBytes = elementBytes;
    }

    /** The kind with this code, or null. */
    static SectionKind of(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : null;
    }
}
