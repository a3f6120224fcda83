package dev.jink.launch.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.collect.Coverage;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Rejection;
import dev.jink.sim.command.UsageException;

import org.ejml.data.DMatrixRMaj;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** A calibration's figures, for {@code --json} and for the terminal. */
final class Figures {
    private Figures() {}

    static ObjectNode of(Calibration found, Coverage coverage) {
        CameraModel camera = found.camera();
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("rms", found.rmsPx());
        figures.put("fx", camera.fx());
        figures.put("fy", camera.fy());
        figures.put("cx", camera.cx());
        figures.put("cy", camera.cy());
        figures.put("model", found.lens().rosName());
        figures.put("width", camera.width());
        figures.put("height", camera.height());
        ArrayNode distortion = figures.putArray("distortion");
        for (double d : camera.distortion().coefficients()) {
            distortion.add(d);
        }
        ArrayNode half95 = figures.putArray("half95");
        for (double half : found.half95()) {
            half95.add(half);
        }
        ArrayNode covariance = figures.putArray("covariance");
        for (double number : found.covariance().data) {
            covariance.add(number);
        }
        figures.put("seenShare", camera.seenShare());
        figures.put("views", found.views().size());
        ArrayNode perView = figures.putArray("perView");
        for (Calibration.View view : found.views()) {
            ObjectNode one = perView.addObject();
            one.put("name", view.seen().name());
            one.put("rms", view.rmsPx());
            one.put("points", view.seen().points());
            one.put("droppedPoints", view.droppedPoints());
            one.put("tiltDegrees", Math.toDegrees(view.pose().tiltRad()));
            one.put("blurPx", view.seen().blurPx());
        }
        ArrayNode rejected = figures.putArray("rejected");
        for (Rejection one : found.rejected()) {
            rejected.addObject().put("name", one.name()).put("reason", one.reason());
        }
        ArrayNode missing = figures.putArray("missing");
        coverage.missing().forEach(missing::add);
        return figures;
    }

    /**
     * The covariance that a calibration's figures hold, of fx fy cx cy and the coefficients.
     *
     * @param file null for a camera that is taken as exact: all zeros
     * @throws UsageException in one line when the file holds none of this camera
     */
    static DMatrixRMaj covariance(Path file, CameraModel camera) {
        int n = 4 + camera.distortion().coefficients().length;
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        if (file == null) {
            return covariance;
        }
        JsonNode figures;
        try {
            figures = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw refused(file, "what can't be read as JSON");
        }
        JsonNode numbers = figures.path("covariance");
        if (numbers.size() != n * n || figures.path("fx").asDouble() != camera.fx()) {
            throw refused(file, "no covariance of the camera in --camera-info");
        }
        for (int i = 0; i < n * n; i++) {
            covariance.data[i] = numbers.get(i).asDouble();
        }
        return covariance;
    }

    private static UsageException refused(Path file, String got) {
        return new UsageException(
                "--camera-json: got "
                        + file
                        + " with "
                        + got
                        + ", wanted the file that jink calibrate --json wrote beside it");
    }

    static void print(PrintStream out, Calibration found) {
        CameraModel camera = found.camera();
        out.printf(
                Locale.ROOT,
                "%d views, %d left out, reprojection error %.3f px%nfx %.2f ± %.2f  fy %.2f ± %.2f "
                        + " cx %.2f ± %.2f  cy %.2f ± %.2f px (95 %%)%n",
                found.views().size(),
                found.rejected().size(),
                found.rmsPx(),
                camera.fx(),
                found.half95(0),
                camera.fy(),
                found.half95(1),
                camera.cx(),
                found.half95(2),
                camera.cy(),
                found.half95(3));
        double[] d = camera.distortion().coefficients();
        StringBuilder line = new StringBuilder(found.lens().rosName());
        for (int i = 0; i < d.length; i++) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            "  %s %.5f ± %.5f",
                            found.lens().coefficients().get(i),
                            d[i],
                            found.half95(4 + i)));
        }
        out.println(line);
        if (camera.seenShare() < 1) {
            out.printf(
                    Locale.ROOT,
                    "the lens is known to %.0f %% of the way to the picture's rim, pixels beyond"
                            + " count as not seen: add pictures with the board in the corners%n",
                    100 * camera.seenShare());
        }
    }
}
