package dev.jink.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The training record as a picture: running loss over steps, stage after stage, as SVG. */
final class LossCurve {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 260;
    private static final int LEFT = 48;
    private static final int FOOT = 40;
    private static final String[] COLOURS = {"#3366cc", "#cc8800", "#c0392b", "#2e8b57"};

    private LossCurve() {}

    /** Draws what lies beside the checkpoints of a run. */
    static String svg(TrainSettings settings) throws IOException {
        List<StagePlan> stages = settings.stages();
        int steps = stages.stream().mapToInt(s -> s.schedule().steps()).sum();
        StringBuilder lines = new StringBuilder();
        double top = 0.2;
        for (StagePlan stage : stages) {
            for (LossRecord.Point p : record(settings, stage)) {
                top = Math.max(top, p.loss());
            }
        }
        int before = 0;
        for (int i = 0; i < stages.size(); i++) {
            StagePlan stage = stages.get(i);
            StringBuilder points = new StringBuilder();
            for (LossRecord.Point p : record(settings, stage)) {
                double x = LEFT + (WIDTH - LEFT - 8.0) * (before + p.step()) / steps;
                double y = 8 + (HEIGHT - FOOT - 8) * (1 - p.loss() / top);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            }
            String colour = COLOURS[i % COLOURS.length];
            if (stage.schedule().steps() > 0) {
                lines.append(
                        "<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>%n"
                                .formatted(colour, points.toString().strip()));
                lines.append(
                        text(
                                LEFT + i * 180,
                                HEIGHT - 8,
                                colour,
                                stage.name() + ", " + stage.schedule().steps() + " steps"));
            }
            before += stage.schedule().steps();
        }
        for (double loss = 0; loss <= top; loss += 0.1) {
            int y = (int) Math.round(8 + (HEIGHT - FOOT - 8) * (1 - loss / top));
            lines.append(text(8, y + 4, "#555", String.format(Locale.ROOT, "%.1f", loss)));
            lines.append(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#ddd\"/>%n"
                            .formatted(LEFT, WIDTH - 8, y, y));
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
        font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="#fff"/>
        %s</svg>
        """
                .formatted(WIDTH, HEIGHT, lines);
    }

    private static List<LossRecord.Point> record(TrainSettings settings, StagePlan stage)
            throws IOException {
        return stage.schedule().steps() == 0
                ? List.of()
                : LossRecord.read(LossRecord.beside(settings.checkpoint(stage)));
    }

    private static String text(int x, int y, String colour, String words) {
        return "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n".formatted(x, y, colour, words);
    }
}
