package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;

import java.util.ArrayList;
import java.util.List;

/** What is known of an ONNX value while the graph is walked. */
sealed interface Flow {
    /** A constant. */
    record Fixed(Tensor tensor) implements Flow {}

    /** What cannot be lowered; said only when something that is needed reads it. */
    record Broken(OnnxException why) implements Flow {}

    /** A tensor that the engine computes: {@code ops} in order behind {@code base}. */
    record Live(Base base, List<Op> ops, Axes axes) implements Flow {
        public Live {
            ops = List.copyOf(ops);
        }

        public Live(Base base, Axes axes) {
            this(base, List.of(), axes);
        }

        Shape shape() {
            return base.shape();
        }

        int[] dims() {
            return axes.dims(shape());
        }

        Live then(Op op) {
            List<Op> more = new ArrayList<>(ops);
            more.add(op);
            return new Live(base, more, axes);
        }

        Live with(List<Op> others) {
            return new Live(base, others, axes);
        }

        Live under(Axes other) {
            return new Live(base, ops, other);
        }

        Op last() {
            return ops.isEmpty() ? null : ops.getLast();
        }

        /** A step that leaves few values, so that what follows is no longer a real number. */
        boolean isQuantized() {
            return ops.stream()
                    .anyMatch(
                            op ->
                                    op.kind() == Op.Kind.STEP
                                            || op.kind() == Op.Kind.ROUND
                                            || op.kind() == Op.Kind.FLOOR);
        }
    }
}
