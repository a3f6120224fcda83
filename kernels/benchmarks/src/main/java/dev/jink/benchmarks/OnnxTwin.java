package dev.jink.benchmarks;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/** A network in ONNX Runtime with a picture of its own, ready to be run. */
final class OnnxTwin implements AutoCloseable {
    private final OrtSession session;
    private final OnnxTensor picture;

    private OnnxTwin(OrtSession session, OnnxTensor picture) {
        this.session = session;
        this.picture = picture;
    }

    /**
     * @param threads of one run
     */
    static OnnxTwin open(ResNetOnnx network, int threads) throws OrtException {
        return open(network.bytes(), threads);
    }

    /** As above, of any model with one input {@code x}. */
    static OnnxTwin open(byte[] model, int threads) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Its threads may spin while it runs, but not into the other side's round.
            options.addConfigEntry("session.force_spinning_stop", "1");
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = environment.createSession(model, options);
            TensorInfo info =
                    (TensorInfo) session.getInputInfo().values().iterator().next().getInfo();
            long[] shape = info.getShape();
            boolean floats = info.type == OnnxJavaType.FLOAT;
            int elements = 1;
            for (long side : shape) {
                elements *= (int) side;
            }
            ByteBuffer data =
                    ByteBuffer.allocateDirect(elements * (floats ? Float.BYTES : 1))
                            .order(ByteOrder.nativeOrder());
            Random random = new Random(3);
            for (int i = 0; i < elements; i++) {
                if (floats) {
                    data.putFloat((float) random.nextGaussian());
                } else {
                    data.put((byte) random.nextInt());
                }
            }
            data.flip();
            OnnxTensor picture =
                    floats
                            ? OnnxTensor.createTensor(environment, data.asFloatBuffer(), shape)
                            : OnnxTensor.createTensor(environment, data, shape, info.type);
            OnnxTwin twin = new OnnxTwin(session, picture);
            twin.check();
            return twin;
        }
    }

    /** One pass. */
    void run() {
        try (OrtSession.Result result = session.run(Map.of("x", picture))) {
            if (result.size() != 1) {
                throw new IllegalStateException("ONNX Runtime gave " + result.size() + " outputs");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    /** A network whose numbers have run away would be timed on other paths of the processor. */
    private void check() throws OrtException {
        try (OrtSession.Result result = session.run(Map.of("x", picture))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            if (output.getInfo().type != OnnxJavaType.FLOAT) {
                return;
            }
            FloatBuffer values = output.getFloatBuffer();
            while (values.hasRemaining()) {
                float value = values.get();
                if (!Float.isFinite(value)) {
                    throw new IllegalStateException(
                            "ONNX Runtime: got an output of "
                                    + value
                                    + ", wanted finite ones: the twin's weights are out of scale");
                }
            }
        }
    }

    /** Shape of its output. */
    long[] outputShape() throws OrtException {
        return ((TensorInfo) session.getOutputInfo().values().iterator().next().getInfo())
                .getShape();
    }

    @Override
    public void close() throws OrtException {
        picture.close();
        session.close();
    }
}
