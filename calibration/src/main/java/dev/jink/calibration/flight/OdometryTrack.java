package dev.jink.calibration.flight;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.solve.Rotations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body's own velocity and turn rate over time, body frame FLU. Immutable, any thread. */
public final class OdometryTrack {
    private static final double STEP_S = 0.004;
    private static final int COLUMNS = 7;

    /** [n][7]: time in s, velocity in m/s, turn rate in rad/s. */
    private final List<double[]> samples;

    /**
     * How the body moved between two times.
     *
     * @param rotation 3x3, row-major: turns directions of the later body into the earlier one
     * @param movedM [3] from the earlier to the later place, in the earlier body
     */
    public record Motion(double[] rotation, double[] movedM) {}

    /**
     * @param samples [n][7]: time in s growing, velocity forward, left, up in m/s, turn rate about
     *     forward, left, up in rad/s
     * @throws CalibrationException in one line for fewer than two, NaN, or times that don't grow
     */
    public OdometryTrack(List<double[]> samples) {
        for (int i = 0; i < samples.size(); i++) {
            for (double value : samples.get(i)) {
                if (!Double.isFinite(value)) {
                    throw new CalibrationException(
                            "odometry: sample "
                                    + i
                                    + " holds "
                                    + value
                                    + ", wanted finite numbers: take it out");
                }
            }
            if (i > 0 && !(samples.get(i)[0] > samples.get(i - 1)[0])) {
                throw new CalibrationException(
                        "odometry: time "
                                + samples.get(i)[0]
                                + " s follows "
                                + samples.get(i - 1)[0]
                                + " s, wanted times that grow: sort it, take out what repeats");
            }
        }
        if (samples.size() < 2) {
            throw new CalibrationException(
                    "odometry: got "
                            + samples.size()
                            + " samples, wanted two or more: record it during the flight");
        }
        this.samples = List.copyOf(samples);
    }

    /**
     * Reads lines of {@code time_s,vx,vy,vz,wx,wy,wz}; a first line of names and lines that begin
     * with # are passed over.
     *
     * @throws CalibrationException in one line, beginning with the file's path
     */
    public static OdometryTrack read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new CalibrationException(
                    file
                            + ": can't be read ("
                            + e.getClass().getSimpleName()
                            + "), wanted lines of time_s,vx,vy,vz,wx,wy,wz: correct --odometry",
                    e);
        }
        List<double[]> samples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean names = i == 0 && !line.isEmpty() && Character.isLetter(line.charAt(0));
            if (line.isEmpty() || line.startsWith("#") || names) {
                continue;
            }
            samples.add(numbers(file, i + 1, line));
        }
        return new OdometryTrack(samples);
    }

    private static double[] numbers(Path file, int number, String line) {
        String[] words = line.split("\\s*,\\s*");
        double[] sample = new double[COLUMNS];
        try {
            for (int k = 0; k < COLUMNS; k++) {
                sample[k] = Double.parseDouble(words[k]);
            }
            return sample;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CalibrationException(
                    file
                            + ": line "
                            + number
                            + " is '"
                            + line
                            + "', wanted seven numbers time_s,vx,vy,vz,wx,wy,wz: correct it",
                    e);
        }
    }

    public double beginS() {
        return samples.get(0)[0];
    }

    public double endS() {
        return samples.get(samples.size() - 1)[0];
    }

    /**
     * The pairs that the odometry covers, whatever their delay between two bounds.
     *
     * @throws CalibrationException in one line when it covers none of them: two clocks
     */
    public List<RayPairs> during(List<RayPairs> pairs, double leastDelayS, double mostDelayS) {
        List<RayPairs> covered =
                pairs.stream()
                        .filter(
                                p ->
                                        p.fromS() - mostDelayS >= beginS()
                                                && p.toS() - leastDelayS <= endS())
                        .toList();
        if (covered.isEmpty() && !pairs.isEmpty()) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "odometry: it runs from %.3f to %.3f s, the pictures from %.3f to %.3f"
                                    + " s, wanted it from %.1f s before a picture to after it: give"
                                    + " both by one clock",
                            beginS(),
                            endS(),
                            pairs.getFirst().fromS(),
                            pairs.getLast().toS(),
                            Math.max(0, mostDelayS)));
        }
        return covered;
    }

    /** The sample at a time, [7], interpolated; held at the ends. */
    double[] at(double timeS) {
        int low = 0;
        int high = samples.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (samples.get(middle)[0] <= timeS) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] a = samples.get(low);
        double[] b = samples.get(high);
        double share = Math.clamp((timeS - a[0]) / (b[0] - a[0]), 0, 1);
        double[] mixed = new double[COLUMNS];
        for (int k = 0; k < COLUMNS; k++) {
            mixed[k] = a[k] + share * (b[k] - a[k]);
        }
        return mixed;
    }

    /** The motion from one time to a later one, by midpoint steps of a few milliseconds. */
    public Motion between(double fromS, double toS) {
        int steps = Math.max(1, (int) Math.ceil((toS - fromS) / STEP_S));
        double dt = (toS - fromS) / steps;
        double[] r = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        double[] moved = new double[3];
        for (int i = 0; i < steps; i++) {
            double[] s = at(fromS + (i + 0.5) * dt);
            double[] half = Rotations.ofVector(s[4] * dt / 2, s[5] * dt / 2, s[6] * dt / 2);
            double[] middle = Rotations.times(r, half);
            double[] step = Rotations.turn(middle, new double[] {s[1] * dt, s[2] * dt, s[3] * dt});
            for (int k = 0; k < 3; k++) {
                moved[k] += step[k];
            }
            r = Rotations.times(middle, half);
        }
        return new Motion(r, moved);
    }
}
