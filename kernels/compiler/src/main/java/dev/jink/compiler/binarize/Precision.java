package dev.jink.compiler.binarize;

/** How many bits weights and activations have. */
public enum Precision {
    W1A1(1),
    W1A2(2),
    W1A4(4),
    W1A8(8);

    private final int activationBits;

    Precision(int activationBits) {
        this.activationBits = activationBits;
    }

    public int activationBits() {
        return activationBits;
    }

    /** The largest level of an activation. */
    int top() {
        return (1 << activationBits) - 1;
    }
}
