package dev.jink.calibration.campaign;

import dev.jink.calibration.solve.LensModel;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a campaign says of one lens model. Shares are 0 to 1.
 *
 * @param cameraGood focal length within 0.3 % and principal point within 1 px
 * @param mountGood mount within 0.3 degrees
 * @param covered how many of the stated 95 % intervals of fx fy cx cy hold the truth
 * @param mountCovered the same of the mount's three angles
 */
public record CampaignScore(
        String model,
        int cameras,
        double focalShareMedian,
        double focalShareWorst,
        double centrePxMedian,
        double centrePxWorst,
        double mountDegMedian,
        double mountDegWorst,
        double cameraGood,
        double mountGood,
        double[] covered,
        double mountCovered) {
    private static final double FOCAL_SHARE = 0.003;
    private static final double CENTRE_PX = 1;
    private static final double MOUNT_DEG = 0.3;

    /** Nominal 95 %, less three deviations of a count over 200 cameras. */
    private static final double LEAST_COVERED = 0.90;

    public static final String HEADING =
            "model                cameras  focal median/worst   centre median/worst  mount"
                    + " median/worst    good   mount  in 95 %: fx    fy    cx    cy    mount";

    public static CampaignScore of(LensModel lens, List<Campaign.Trial> trials) {
        double[] covered = new double[4];
        for (int i = 0; i < 4; i++) {
            int which = i;
            covered[i] = mean(trials, t -> t.covered(which) ? 1 : 0);
        }
        return new CampaignScore(
                lens.rosName(),
                trials.size(),
                median(trials, Campaign.Trial::focalShare),
                worst(trials, Campaign.Trial::focalShare),
                median(trials, Campaign.Trial::centrePx),
                worst(trials, Campaign.Trial::centrePx),
                median(trials, Campaign.Trial::mountDeg),
                worst(trials, Campaign.Trial::mountDeg),
                mean(
                        trials,
                        t -> t.focalShare() <= FOCAL_SHARE && t.centrePx() <= CENTRE_PX ? 1 : 0),
                mean(trials, t -> t.mountDeg() <= MOUNT_DEG ? 1 : 0),
                covered,
                mean(trials, Campaign.Trial::mountCovered));
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
                "%-20s %7d   %.3f / %.3f %%      %.2f / %.2f px      %.3f / %.3f deg    %5.1f %%"
                        + " %5.1f %%        %5.1f %5.1f %5.1f %5.1f %5.1f",
                model,
                cameras,
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
                100 * mountCovered);
    }
}
