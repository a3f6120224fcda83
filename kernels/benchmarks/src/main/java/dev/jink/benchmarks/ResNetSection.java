package dev.jink.benchmarks;

import ai.onnxruntime.OrtException;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
        try (Engine engine = Engine.checked(Networks.resnet50(SIDE), settings.kernels(), threads);
                OnnxTwin floats =
                        OnnxTwin.open(new ResNetOnnx(SIDE, Networks.RESNET50, false), threads);
                OnnxTwin bytes =
                        OnnxTwin.open(new ResNetOnnx(SIDE, Networks.RESNET50, true), threads)) {
            double[] ms =
                    new Rounds(settings.rounds())
                            .medianMs(engine.plan()::run, floats::run, bytes::run);
            figures.put("jinkMs", ms[0]);
            figures.put("ortFp32Ms", ms[1]);
            figures.put("ortInt8Ms", ms[2]);
            figures.put("threads", threads);
            return "%.2f ms; ONNX Runtime float %.1f ms (1/%.1f), int8 %.1f ms (1/%.1f); %d threads"
                    .formatted(ms[0], ms[1], ms[1] / ms[0], ms[2], ms[2] / ms[0], threads);
        }
    }
}
