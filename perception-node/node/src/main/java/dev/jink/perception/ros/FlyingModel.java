package dev.jink.perception.ros;

import dev.jink.kernels.plan.Plan;
import dev.jink.perception.sight.Detector;

import java.io.IOException;
import java.util.function.Function;

/** The model file that the parameters name, once it is known to be the one that may fly. */
final class FlyingModel {
    private FlyingModel() {}

    /**
     * Loads it and checks whose it is.
     *
     * @param network what is run in a plan's place: itself, but for measurements
     * @throws ConfigurationException in one line, when there is none, or it isn't trusted
     */
    static Detector load(NodeSettings settings, Function<Plan, Runnable> network)
            throws ConfigurationException {
        try {
            Plan plan = Plan.load(settings.model());
            settings.trust().check(settings.model(), plan.sha256());
            return new Detector(plan, network.apply(plan));
        } catch (IOException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    /** Metres to which it can tell an obstacle: its last threshold. */
    static float farthestM(Detector detector) {
        String[] thresholds = detector.plan().metadata().get("thresholds_m").strip().split("\\s+");
        return Float.parseFloat(thresholds[thresholds.length - 1]);
    }
}
