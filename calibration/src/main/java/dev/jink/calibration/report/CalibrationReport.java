package dev.jink.calibration.report;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.collect.Coverage;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Rejection;

import java.util.List;
import java.util.Locale;

/** The report of a calibration, one page of HTML with everything in it. */
public final class CalibrationReport {
    private static final String HEAD =
            """
            <!doctype html><html lang="en"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
              body { font: 15px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1000px; padding: 0 12px; }
              svg { width: 100%; } figure { display: inline-block; width: 47%; margin: 1%; } img { width: 100%; }
              table { border-collapse: collapse; margin: 8px 0; } td, th { padding: 2px 14px 2px 0; text-align: left; }
              td { font-variant-numeric: tabular-nums; }
            </style>
            """;

    private CalibrationReport() {}

    /** The page's text. */
    public static String html(Calibration found, Coverage coverage, List<GrayPicture> pictures) {
        StringBuilder html = new StringBuilder(1 << 18).append(HEAD);
        CameraModel camera = found.camera();
        html.append("<title>Camera calibration</title><h1>Camera calibration</h1>\n");
        html.append(
                format(
                        "<p>%s, %dx%d, %d views, %d left out. Reprojection error %.3f px.</p>%n",
                        found.lens().rosName(),
                        camera.width(),
                        camera.height(),
                        found.views().size(),
                        found.rejected().size(),
                        found.rmsPx()));
        numbers(html, found);
        html.append(
                format(
                        "<h2>Where the errors lie</h2><p>Strokes are errors times %.0f; the circle"
                                + " is the principal point. Covered: %d of 9 parts.%s</p>%n",
                        ErrorMap.magnification(found),
                        coverage.covered(),
                        coverage.missing().isEmpty()
                                ? ""
                                : " Missing: " + String.join(", ", coverage.missing()) + "."));
        html.append(ErrorMap.svg(found));
        views(html, found);
        html.append("<h2>Undistorted</h2><p>Straight things must look straight.</p>\n");
        Undistorted undistorted = new Undistorted(camera);
        for (GrayPicture picture : pictures) {
            html.append("<figure><img alt='' src='")
                    .append(undistorted.dataAddress(picture))
                    .append("'><figcaption>")
                    .append(escape(picture.name()))
                    .append("</figcaption></figure>\n");
        }
        return html.append("</html>\n").toString();
    }

    private static void numbers(StringBuilder html, Calibration found) {
        CameraModel camera = found.camera();
        double[] d = camera.distortion().coefficients();
        html.append("<table><tr><th>number<th>value<th>95 % within ±</tr>\n");
        String[] names = {"fx", "fy", "cx", "cy"};
        double[] values = {camera.fx(), camera.fy(), camera.cx(), camera.cy()};
        for (int i = 0; i < 4; i++) {
            html.append(
                    format(
                            "<tr><td>%s<td>%.3f px<td>%.3f px</tr>%n",
                            names[i], values[i], found.half95(i)));
        }
        for (int i = 0; i < d.length; i++) {
            html.append(
                    format(
                            "<tr><td>%s<td>%.6g<td>%.2g</tr>%n",
                            found.lens().coefficients().get(i), d[i], found.half95(4 + i)));
        }
        html.append("</table>\n");
    }

    private static void views(StringBuilder html, Calibration found) {
        html.append(
                "<h2>Pictures</h2><table><tr><th>picture<th>error<th>points<th>left out<th>tilt"
                        + "<th>blur</tr>\n");
        for (Calibration.View view : found.views()) {
            html.append(
                    format(
                            "<tr><td>%s<td>%.3f px<td>%d<td>%d<td>%.0f°<td>%.1f px</tr>%n",
                            escape(view.seen().name()),
                            view.rmsPx(),
                            view.seen().points(),
                            view.droppedPoints(),
                            Math.toDegrees(view.pose().tiltRad()),
                            view.seen().blurPx()));
        }
        html.append("</table>\n");
        if (!found.rejected().isEmpty()) {
            html.append("<h3>Left out</h3><table>\n");
            for (Rejection one : found.rejected()) {
                html.append(
                        format(
                                "<tr><td>%s<td>%s</tr>%n",
                                escape(one.name()), escape(one.reason())));
            }
            html.append("</table>\n");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
