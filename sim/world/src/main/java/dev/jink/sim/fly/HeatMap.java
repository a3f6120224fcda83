package dev.jink.sim.fly;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Success over speed and spacing, as an HTML table whose colours go from red to green. */
final class HeatMap {
    private HeatMap() {}

    /** Points that differ in other things share a field: it shows the worst of them. */
    static String of(List<Flights> all) {
        TreeSet<Double> speeds = new TreeSet<>();
        TreeSet<Double> spacings = new TreeSet<>();
        for (Flights flights : all) {
            speeds.add(flights.point().speed());
            spacings.add(flights.point().spacingM());
        }
        StringBuilder html = new StringBuilder("<table class='heat'><tr><th>spacing \\ speed");
        speeds.forEach(speed -> html.append(format("<th>%.1f m/s", speed)));
        for (double spacing : spacings) {
            html.append(format("<tr><th>%.1f m", spacing));
            for (double speed : speeds) {
                html.append(field(worst(all, spacing, speed)));
            }
        }
        return html.append("</table>\n").toString();
    }

    private static double worst(List<Flights> all, double spacing, double speed) {
        return all.stream()
                .filter(f -> f.point().spacingM() == spacing && f.point().speed() == speed)
                .mapToDouble(f -> f.score().success())
                .min()
                .orElse(Double.NaN);
    }

    private static String field(double success) {
        if (Double.isNaN(success)) {
            return "<td>";
        }
        return format(
                "<td style='background:hsl(%.0f,60%%,75%%)'>%.0f %%", 120 * success, 100 * success);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
