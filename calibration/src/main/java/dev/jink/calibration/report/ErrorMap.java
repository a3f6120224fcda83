package dev.jink.calibration.report;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.solve.Calibration;

import java.util.Locale;

/** Every point's error as a stroke at its place in the picture, as SVG. */
final class ErrorMap {
    private ErrorMap() {}

    static String svg(Calibration found) {
        CameraModel camera = found.camera();
        // The typical error becomes a stroke of 2 % of the width.
        double scale = 0.02 * camera.width() / Math.max(1e-6, found.rmsPx());
        double stroke = camera.width() / 640.0;
        StringBuilder svg = new StringBuilder(1 << 16);
        svg.append(
                format(
                        "<svg viewBox='-0.5 -0.5 %d %d'><rect x='-0.5' y='-0.5' width='%d'"
                                + " height='%d' fill='#f7f9fb' stroke='#ccd'/>%n",
                        camera.width(), camera.height(), camera.width(), camera.height()));
        for (int i = 1; i < 3; i++) {
            svg.append(
                    format(
                            "<path d='M%d 0V%d M0 %dH%d' stroke='#dde' stroke-width='%.1f'/>%n",
                            i * camera.width() / 3,
                            camera.height(),
                            i * camera.height() / 3,
                            camera.width(),
                            stroke));
        }
        for (Calibration.View view : found.views()) {
            double[] at = view.seen().pixels();
            for (int k = 0; k < at.length; k += 2) {
                double du = view.residuals()[k];
                double dv = view.residuals()[k + 1];
                double share = Math.min(1, Math.hypot(du, dv) / (3 * found.rmsPx()));
                svg.append(
                        format(
                                "<path d='M%.1f %.1fl%.1f %.1f' stroke='hsl(%.0f,70%%,42%%)'"
                                        + " stroke-width='%.1f'/>%n",
                                at[k],
                                at[k + 1],
                                du * scale,
                                dv * scale,
                                210 * (1 - share),
                                1.2 * stroke));
            }
        }
        svg.append(
                format(
                        "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='none' stroke='#c33'"
                                + " stroke-width='%.1f'/></svg>%n",
                        camera.cx(), camera.cy(), 5 * stroke, 1.5 * stroke));
        return svg.toString();
    }

    static double magnification(Calibration found) {
        return 0.02 * found.camera().width() / Math.max(1e-6, found.rmsPx());
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
