package dev.jink.compiler.lower;

import dev.jink.kernels.plan.Quantizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds in the steps behind a layer how the next one reads it: a sign, or one of 2, 4, 16 or 256
 * evenly spaced values, however the exporter has written that down.
 */
final class Quantizing {
    private final Realizer realizer;

    Quantizing(Realizer realizer) {
        this.realizer = realizer;
    }

    /** Levels of a value that is quantized; what comes before the quantizer becomes a layer. */
    Levels levels(Flow.Live flow) {
        int step = index(flow.ops(), Op.Kind.STEP);
        return step >= 0 ? signs(flow, step) : steps(flow);
    }

    /** A value that many read: all that is no quantizer becomes a layer, the quantizer stays. */
    Flow.Live settled(Flow.Live flow) {
        int end = flow.ops().size();
        int first = end;
        for (int i = 0; i < end; i++) {
            Op.Kind kind = flow.ops().get(i).kind();
            if (kind == Op.Kind.STEP || kind == Op.Kind.ROUND || kind == Op.Kind.FLOOR) {
                first = i;
                break;
            }
        }
        if (first == end) {
            return new Flow.Live(new Base.Output(realizer.layer(flow), flow.shape()), flow.axes());
        }
        int cut = first;
        if (flow.ops().get(first).kind() != Op.Kind.STEP) {
            cut =
                    isExact(flow.ops(), first)
                                    && realizer.fits(flow.base(), flow.ops().subList(0, first - 4))
                            ? first - 4
                            : new Pre(flow, first).end;
        } else {
            while (cut > 0 && absorbs(flow, cut)) {
                cut--;
            }
        }
        int layer = realizer.layer(flow.with(flow.ops().subList(0, cut)));
        return new Flow.Live(
                new Base.Output(layer, flow.shape()), flow.ops().subList(cut, end), flow.axes());
    }

    private static int index(List<Op> ops, Op.Kind kind) {
        for (int i = 0; i < ops.size(); i++) {
            if (ops.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the step before {@code end} goes into the sign's threshold rather than a layer. */
    private boolean absorbs(Flow.Live flow, int end) {
        Op op = flow.ops().get(end - 1);
        boolean firstSum =
                op.kind() == Op.Kind.ADD
                        && flow.ops().get(end).kind() != Op.Kind.ADD
                        && flow.ops().get(end).kind() != Op.Kind.MUL;
        return op.kind() == Op.Kind.CLIP
                || firstSum
                || op.isAffine() && !realizer.fits(flow.base(), flow.ops().subList(0, end));
    }

    private Levels signs(Flow.Live flow, int at) {
        List<Op> ops = flow.ops();
        Op step = ops.get(at);
        int channels = flow.shape().channels();
        if (at + 1 < ops.size()) {
            throw ops.get(at + 1)
                    .at()
                    .error(
                            "a different scale for each channel of an activation",
                            "one for all, or scales behind the convolution",
                            "move it behind the convolution");
        }
        // The sign is +1 where x + shift >= 0, or > 0 if strict; flipped: where it is not so.
        float[] shift = step.all(channels);
        boolean strict = step.strict();
        boolean[] turned = new boolean[channels];
        boolean[] none = new boolean[channels];
        for (int c = 0; c < channels; c++) {
            shift[c] = shift[c] == 0 ? 0 : -shift[c];
        }
        int cut = at;
        while (cut > 0 && absorbs(flow, cut)) {
            Op op = ops.get(--cut);
            for (int c = 0; c < channels; c++) {
                switch (op.kind()) {
                    case ADD -> shift[c] = shift[c] == 0 ? op.of(c) : shift[c] + op.of(c);
                    case MUL -> {
                        float by = op.of(c);
                        turned[c] ^= by < 0;
                        none[c] |= by == 0;
                        shift[c] = by == 0 ? (shift[c] < 0 ? -1e30f : 1e30f) : shift[c] / by;
                    }
                    default -> clipped(op, -shift[c]);
                }
            }
        }
        boolean any = false;
        for (int c = 0; c < channels; c++) {
            turned[c] &= !none[c];
            any |= turned[c];
            // Past the threshold: the next smaller shift. For a turned channel the sides change.
            if (strict != turned[c]) {
                shift[c] = Math.nextDown(shift[c]);
            }
        }
        int layer = realizer.layer(flow.with(ops.subList(0, cut)));
        return new Levels(
                layer,
                Quantizer.sign(shift),
                any ? turned : null,
                (step.high() - step.low()) / 2,
                (step.high() + step.low()) / 2);
    }

    private static void clipped(Op clip, float threshold) {
        if (!(clip.low() <= threshold && threshold <= clip.high())) {
            throw clip.at()
                    .error(
                            "limits %s and %s on one side of the threshold %s"
                                    .formatted(clip.low(), clip.high(), threshold),
                            "it between them",
                            "leave the layer out: its sign is a constant");
        }
    }

    /** The steps before a rounding, taken together: {@code m * x + n}, and limits of the result. */
    private static final class Pre {
        final int end;
        double factor = 1;
        final double[] sum;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;

        Pre(Flow.Live flow, int rounding) {
            sum = new double[flow.shape().channels()];
            double half = flow.ops().get(rounding).kind() == Op.Kind.ROUND ? 0.5 : 0;
            int at = rounding;
            boolean going = true;
            while (going && at > 0) {
                Op op = flow.ops().get(at - 1);
                going =
                        switch (op.kind()) {
                            case CLIP -> limit(op, half);
                            case ADD -> add(op);
                            case MUL -> op.isScalar() && op.values()[0] > 0 && mul(op);
                            default -> false;
                        };
                at -= going ? 1 : 0;
            }
            end = at;
        }

        private boolean limit(Op clip, double half) {
            for (double each : sum) {
                if (each != sum[0]) {
                    return false;
                }
            }
            low = Math.max(low, Math.floor(factor * clip.low() + sum[0] + half));
            high = Math.min(high, Math.floor(factor * clip.high() + sum[0] + half));
            return true;
        }

        private boolean add(Op op) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += factor * op.of(c);
            }
            return true;
        }

        private boolean mul(Op op) {
            factor *= op.values()[0];
            return true;
        }
    }

    private Levels steps(Flow.Live flow) {
        List<Op> ops = flow.ops();
        int round = Math.max(index(ops, Op.Kind.ROUND), index(ops, Op.Kind.FLOOR));
        Op rounding = ops.get(round);
        Pre pre = new Pre(flow, round);
        double low = pre.low;
        double high = pre.high;
        double step = 1;
        double zero = 0;
        for (Op op : ops.subList(round + 1, ops.size())) {
            switch (op.kind()) {
                case CLIP -> {
                    low = Math.max(low, Math.ceil((op.low() - zero) / step));
                    high = Math.min(high, Math.floor((op.high() - zero) / step));
                }
                case MUL, ADD -> {
                    if (!op.isScalar()) {
                        throw op.at()
                                .error(
                                        "a different step for each channel of an activation",
                                        "one for all",
                                        "quantize activations per tensor");
                    }
                    step *= op.kind() == Op.Kind.MUL ? op.values()[0] : 1;
                    zero = op.kind() == Op.Kind.MUL ? zero * op.values()[0] : zero + op.values()[0];
                }
                case ROUND, FLOOR -> {}
                default ->
                        throw op.at()
                                .error(
                                        "a step behind a quantizer",
                                        "a binary convolution",
                                        "move it before the quantizer");
            }
        }
        int bits = bits(rounding, low, high);
        low = high - (1 << bits) + 1;
        int cut = pre.end;
        Quantizer quantizer;
        if (isExact(ops, round) && realizer.fits(flow.base(), ops.subList(0, round - 4))) {
            cut = round - 4;
            float[] shift = ops.get(cut).all(flow.shape().channels());
            quantizer = new Quantizer(bits, shift, ops.get(cut + 1).values()[0]);
        } else {
            double half = rounding.kind() == Op.Kind.ROUND ? 0.5 : 0;
            quantizer = quantizer(pre, bits, half - low);
        }
        int layer = realizer.layer(flow.with(ops.subList(0, cut)));
        // q = low + code, code = (level + top) / 2.
        double top = (1 << bits) - 1;
        return new Levels(
                layer,
                quantizer,
                null,
                (float) (step / 2),
                (float) (step * (low + top / 2) + zero));
    }

    private static int bits(Op rounding, double low, double high) {
        double count = high - low + 1;
        for (int bits : new int[] {1, 2, 4, 8}) {
            // One less: limits that lie symmetrically; the lowest code is then not used.
            if (count == 1 << bits || bits > 1 && count == (1 << bits) - 1) {
                return bits;
            }
        }
        throw rounding.at()
                .error(
                        Double.isInfinite(count)
                                ? "a rounding without limits"
                                : "%.0f different values".formatted(count),
                        "2, 4, 16 or 256",
                        "quantize activations to 1, 2, 4 or 8 bits, with a Clip");
    }

    /** The engine's own form: + shift, * inverse step, + half of the codes, clip, floor. */
    private static boolean isExact(List<Op> ops, int round) {
        if (round < 4 || ops.get(round).kind() != Op.Kind.FLOOR) {
            return false;
        }
        Op inverse = ops.get(round - 3);
        Op half = ops.get(round - 2);
        Op clip = ops.get(round - 1);
        return ops.get(round - 4).kind() == Op.Kind.ADD
                && inverse.kind() == Op.Kind.MUL
                && inverse.isScalar()
                && inverse.isPositive()
                && half.kind() == Op.Kind.ADD
                && half.isScalar()
                && half.values()[0] >= 2
                && clip.kind() == Op.Kind.CLIP
                && clip.low() == 0
                && clip.high() == 2 * half.values()[0] - 1;
    }

    /** code = floor(m x + n + offset), in the engine's form. */
    private static Quantizer quantizer(Pre pre, int bits, double offset) {
        float[] shift = new float[pre.sum.length];
        float inverse = (float) pre.factor;
        for (int c = 0; c < shift.length; c++) {
            double middle = bits == 1 ? 1 : 1 << bits - 1;
            shift[c] = (float) ((pre.sum[c] + offset - middle) / pre.factor);
        }
        return bits == 1 ? Quantizer.sign(shift) : new Quantizer(bits, shift, inverse);
    }

    /** Steps without those behind the first quantizer, with what they do to a value of few. */
    static List<Op> folded(List<Op> ops, Op next) {
        List<Op> result = new ArrayList<>(ops);
        Op last = ops.isEmpty() ? null : ops.getLast();
        boolean scalar = next.values().length <= 1 && next.kind() != Op.Kind.PAD;
        if (last == null || last.kind() != Op.Kind.STEP || !scalar) {
            result.add(next);
            return result;
        }
        result.set(
                ops.size() - 1,
                Op.step(
                        last.at(),
                        last.values(),
                        last.strict(),
                        next.apply(last.low()),
                        next.apply(last.high())));
        return result;
    }
}
