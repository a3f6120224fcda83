package dev.jink.training;

/**
 * How exactly the network computes, from the teacher to what flies. The parameters are the same
 * tensors in all three, so a stage starts from the weights of the one before.
 */
enum Arithmetic {
    /** The float twin: real activations, real weights. Teacher and yardstick. */
    FLOAT(false, false),
    /** First step of the descent: activations of one bit, real weights. */
    BINARY_ACTIVATIONS(true, false),
    /** What the engine runs: one-bit activations and weights, an 8-bit first layer. */
    BINARY(true, true);

    private final boolean signActivations;
    private final boolean signWeights;

    Arithmetic(boolean signActivations, boolean signWeights) {
        this.signActivations = signActivations;
        this.signWeights = signWeights;
    }

    boolean signActivations() {
        return signActivations;
    }

    boolean signWeights() {
        return signWeights;
    }
}
