package dev.jink.sim.fly;

import dev.jink.kernels.model.ModelFileException;
import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Pilot;
import dev.jink.sim.trial.Score;
import dev.jink.sim.trial.Squad;
import dev.jink.sim.trial.Witness;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One point of a sweep being flown, by the pilot that counts and by the baselines. */
record Sortie(Squad squad, Point point, long firstSeed, int trials) {
    Flights fly(Pilot pilot, List<Pilot> others) throws ModelFileException {
        Map<Long, FilmStrip> strips = new TreeMap<>();
        ThreadLocal<CrashCamera> cameras = new ThreadLocal<>();
        Squad.Landed flights =
                squad.fly(
                        point.settings(),
                        pilot,
                        firstSeed,
                        trials,
                        () -> {
                            cameras.set(new CrashCamera());
                            return cameras.get();
                        },
                        flown -> {
                            cameras.get().landed(flown, strips);
                            report(pilot, flown);
                        });
        Map<Pilot, Score> baselines = new EnumMap<>(Pilot.class);
        for (Pilot other : others) {
            if (other != pilot) {
                Squad.Landed theirs =
                        squad.fly(
                                point.settings(),
                                other,
                                firstSeed,
                                trials,
                                () -> Witness.NONE,
                                flown -> {});
                baselines.put(other, Score.of(theirs.flown(), theirs.timing()));
            }
        }
        return new Flights(
                point,
                pilot,
                Score.of(flights.flown(), flights.timing()),
                flights.pace(),
                flights.flown(),
                baselines,
                strips);
    }

    /** A line for each flight that failed: they are what one looks for. */
    private static void report(Pilot pilot, Flown flown) {
        if (!flown.success()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %s seed %d: %s after %.1f s, %.1f of %.0f m, closest %.2f m%n",
                    pilot.name().toLowerCase(Locale.ROOT),
                    flown.seed(),
                    flown.collided() ? "contact" : "time up",
                    flown.seconds(),
                    flown.progressM(),
                    flown.straightM(),
                    flown.closestM());
        }
    }
}
