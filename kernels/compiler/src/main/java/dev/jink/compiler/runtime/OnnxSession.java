package dev.jink.compiler.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.onnx.Tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network in ONNX Runtime, one thread. */
public final class OnnxSession implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;
    private final boolean bytes;
    private final Feed feed;

    private OnnxSession(OnnxModel model, Feed feed, OrtSession.SessionOptions options)
            throws OrtException {
        session = environment.createSession(OnnxWriter.bytes(model), options);
        input = model.inputs().getFirst().name();
        bytes = model.inputs().getFirst().type() == Tensor.UINT8;
        this.feed = feed;
    }

    /**
     * @param feed what its input is for a picture
     * @throws OnnxException when ONNX Runtime refuses the network
     */
    public static OnnxSession open(OnnxModel model, Feed feed) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            return new OnnxSession(model, feed, options);
        } catch (OrtException e) {
            throw refused(e);
        }
    }

    private static OnnxException refused(OrtException e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("an error");
        return new OnnxException(
                "ONNX Runtime: got '%s', wanted a network that it runs: check the export"
                        .formatted(line));
    }

    /** All outputs, in order and as they lie, for a picture u8 {@code [h][w][c]}. */
    public List<float[]> run(byte[] picture) {
        try (OnnxTensor tensor = tensor(feed.values(picture));
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            List<float[]> outputs = new ArrayList<>();
            for (Map.Entry<String, ai.onnxruntime.OnnxValue> entry : result) {
                FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
                float[] output = new float[buffer.remaining()];
                buffer.get(output);
                outputs.add(output);
            }
            return outputs;
        } catch (OrtException e) {
            throw refused(e);
        }
    }

    private OnnxTensor tensor(float[] values) throws OrtException {
        int[] dims = feed.dims();
        long[] shape = new long[dims.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = dims[i];
        }
        if (!bytes) {
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(values.length).order(ByteOrder.nativeOrder());
        for (float value : values) {
            buffer.put((byte) (int) value);
        }
        return OnnxTensor.createTensor(
                environment, buffer.flip(), shape, ai.onnxruntime.OnnxJavaType.UINT8);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw refused(e);
        }
    }
}
