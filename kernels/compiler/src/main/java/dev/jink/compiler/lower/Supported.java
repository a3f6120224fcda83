package dev.jink.compiler.lower;

/** What an error about an unknown operator lists. */
final class Supported {
    static final String LIST =
            "convolutions, Gemm, MatMul, BatchNormalization, Add, Mul, Relu, PRelu, LeakyRelu,"
                    + " Sign, Where, Clip, Round, QuantizeLinear, pools, Resize, Concat or Flatten";

    private Supported() {}
}
