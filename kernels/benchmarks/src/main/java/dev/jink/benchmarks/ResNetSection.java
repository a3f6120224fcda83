package dev.jink.benchmarks;

import ai.onnxruntime.OrtException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.model.Model;

/** A ResNet-50-shaped network against ONNX Runtime on the same shapes, in float and in int8. */
final class ResNetSection implements Section {
    private static final int SIDE = 224;

    private final int threads;

    ResNetSection(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return threads == 1 ? "resnet50" : "resnet50x" + threads;
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) throws OrtException {
        Model model = Networks.resnet50(SIDE);
        try (Engine engine = Engine.checked(model, settings.kernels(), threads);
                Engine single = Engine.checked(model, settings.kernels(), 1);
                OnnxTwin floats =
                        OnnxTwin.open(
                                new ResNetOnnx(SIDE, Networks.RESNET50, false).bytes(), threads);
                OnnxTwin bytes =
                        OnnxTwin.open(
                                new ResNetOnnx(SIDE, Networks.RESNET50, true).bytes(), threads)) {
            double[] ms =
                    new Rounds(settings.rounds())
                            .medianMs(
                                    engine.plan()::run,
                                    single.plan()::run,
                                    floats::run,
                                    bytes::run);
            figures.put("jinkMs", ms[0]);
            figures.put("ortFp32Ms", ms[2]);
            figures.put("ortInt8Ms", ms[3]);
            figures.put("threads", threads);
            String line =
                    "%.2f ms; ONNX Runtime float %.1f ms (1/%.1f), int8 %.1f ms (1/%.1f)"
                            .formatted(ms[0], ms[2], ms[2] / ms[0], ms[3], ms[3] / ms[0]);
            if (threads == 1) {
                return line + "; 1 thread";
            }
            figures.put("jinkOneThreadMs", ms[1]);
            figures.put("speedup", ms[1] / ms[0]);
            return line
                    + "; %d threads, %.2f times as fast as one (%.2f ms)"
                            .formatted(threads, ms[1] / ms[0], ms[1]);
        }
    }
}
