package dev.jink.calibration.campaign;

import dev.jink.calibration.solve.LensModel;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a campaign says of one lens model. Shares are 0 to 1.
 *
 * @param refused cameras whose set of pictures was refused; neither good nor among what follows
 * @param cameraGood focal length within 0.3 % and principal point within 1 px, of all cameras
 * @param mountGood mount within 0.3 degrees
 * @param covered how many of the stated 95 % intervals of fx fy cx cy hold the truth
 * @param mountCovered the same of the mount's three angles
 * @param neededHalf95 by what factor the intervals of the four, all together, would have to be wider
 *     to hold the truth in 95 of 100; 1 is exact, less is caution
 */
public record CampaignScore(
        String model,
        int cameras,
        int refused,
        double focalShareMedian,
        double focalShareWorst,
        double centrePxMedian,
        double centrePxWorst,
        double mountDegMedian,
        double mountDegWorst,
        double cameraGood,
        double mountGood,
        double[] covered,
        double mountCovered,
        double neededHalf95) {
    private static final double FOCAL_SHARE = 0.003;
    private static final double CENTRE_PX = 1;
    private static final double MOUNT_DEG = 0.3;

    /** Nominal 95 %, less three deviations of a count over 200 cameras. */
    private static final double LEAST_COVERED = 0.90;

    public static final String HEADING =
            "model                cameras refused  focal median/worst   centre median/worst  mount"
                    + " median/worst    good   mount  in 95 %: fx    fy    cx    cy    mount"
                    + "  needed";

    public static CampaignScore of(LensModel lens, List<Campaign.Trial> all) {
        List<Campaign.Trial> trials = all.stream().filter(t -> t.refusal() == null).toList();
        double calibrated = (double) trials.size() / Math.max(1, all.size());
        double[] covered = new double[4];
        for (int i = 0; i < 4; i++) {
            int which = i;
            covered[i] = mean(trials, t -> t.inHalfWidths(which) <= 1 ? 1 : 0);
        }
        return new CampaignScore(
                lens.rosName(),
                all.size(),
                all.size() - trials.size(),
                median(trials, Campaign.Trial::focalShare),
                worst(trials, Campaign.Trial::focalShare),
                median(trials, Campaign.Trial::centrePx),
                worst(trials, Campaign.Trial::centrePx),
                median(trials, Campaign.Trial::mountDeg),
                worst(trials, Campaign.Trial::mountDeg),
                calibrated
                        * mean(
                                trials,
                                t ->
                                        t.focalShare() <= FOCAL_SHARE && t.centrePx() <= CENTRE_PX
                                                ? 1
                                                : 0),
                calibrated * mean(trials, t -> t.mountDeg() <= MOUNT_DEG ? 1 : 0),
                covered,
                mean(trials, Campaign.Trial::mountCovered),
                needed(trials));
    }

    private static double needed(List<Campaign.Trial> trials) {
        double[] all =
                trials.stream()
                        .flatMapToDouble(t -> IntStream.range(0, 4).mapToDouble(t::inHalfWidths))
                        .sorted()
                        .toArray();
        return all.length == 0 ? 0 : all[(int) Math.ceil(0.95 * all.length) - 1];
    }

    private static double mean(List<Campaign.Trial> trials, ToDoubleFunction<Campaign.Trial> of) {
        return trials.stream().mapToDouble(of).average().orElse(0);
    }

    private static double worst(List<Campaign.Trial> trials, ToDoubleFunction<Campaign.Trial> of) {
        return trials.stream().mapToDouble(of).max().orElse(0);
    }

    private static double median(List<Campaign.Trial> trials, ToDoubleFunction<Campaign.Trial> of) {
        return trials.stream()
                .mapToDouble(of)
                .sorted()
                .skip(trials.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** Whether the campaign came out as it should: 95 in 100 good, intervals as stated. */
    public boolean passed() {
        boolean honest = mountCovered >= LEAST_COVERED;
        for (double share : covered) {
            honest &= share >= LEAST_COVERED;
        }
        return honest && cameraGood >= 0.95 && mountGood >= 0.95;
    }

    /** One line of the table under {@link #HEADING}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-20s %7d %7d   %.3f / %.3f %%      %.2f / %.2f px      %.3f / %.3f deg    %5.1f"
                        + " %% %5.1f %%        %5.1f %5.1f %5.1f %5.1f %5.1f   x%.2f",
                model,
                cameras,
                refused,
                100 * focalShareMedian,
                100 * focalShareWorst,
                centrePxMedian,
                centrePxWorst,
                mountDegMedian,
                mountDegWorst,
                100 * cameraGood,
                100 * mountGood,
                100 * covered[0],
                100 * covered[1],
                100 * covered[2],
                100 * covered[3],
                100 * mountCovered,
                neededHalf95);
    }
}
