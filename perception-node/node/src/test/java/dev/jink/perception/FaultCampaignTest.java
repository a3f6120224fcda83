package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.Mount;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;
import dev.jink.perception.frame.Refusal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes wrong in flight, one row each, from the fault to the command and the words for it: the
 * drone flies, the fault strikes, it slows down and stands, the fault ends, it flies on. No command
 * on the way is unsafe as {@link FaultFlight} judges it, and no frame goes without its one outcome.
 */
class FaultCampaignTest {
    private static final String[] STAGES = {"waiting", "rectifying", "detecting", "planning"};
    private static final List<String> TABLE = new ArrayList<>();

    /**
     * One row.
     *
     * @param strike does it, for as long as it takes to stand still
     * @param word what the state topic's line begins with then
     * @param why what it says besides
     */
    private record Fault(String name, Consumer<FaultFlight> strike, String word, String why) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Fault> blindness() {
        return Stream.of(
                picture("black picture", frame -> frame.pixels().fill((byte) 3), "black picture"),
                picture("blown-out picture", frame -> frame.pixels().fill((byte) 255), "saturated"),
                picture("one even tone", frame -> frame.pixels().fill((byte) 100), "flat picture"),
                picture("blurred picture", FaultCampaignTest::blur, "blurred picture"),
                picture("frozen picture", FaultCampaignTest::freeze, "frozen picture"),
                header("stale frames", h -> h.stampNanos -= 45_000_000L, "too old"),
                header("frames from the future", h -> h.stampNanos += 900_000_000L, "the future"),
                header("another encoding", h -> h.encoding = "32FC1", "an encoding that is not"),
                header("frames cut off in mid-image", h -> h.dataBytes -= 1, "cut off"),
                header("another size than camera_info", FaultCampaignTest::half, "another size"),
                new Fault(
                        "camera_info turns unusable",
                        f -> {
                            f.perception.blind(Refusal.BAD_CAMERA_INFO);
                            f.send(1, h -> {});
                            f.perception.look(eye(f));
                        },
                        "STOPPED",
                        "camera_info is unusable"),
                new Fault(
                        "odometry stays away",
                        f -> {
                            f.odometry = false;
                            // For half a second it is young enough to fly by.
                            f.fly(0.5);
                            f.show(1.1, frame -> {});
                            f.odometry = true;
                        },
                        "STOPPED",
                        "stale odometry"),
                new Fault(
                        "3 Hz",
                        f -> {
                            for (int i = 0; i < 5; i++) {
                                f.pass(333);
                                f.commit(false);
                                f.perception.step();
                            }
                        },
                        "STOPPED",
                        "slow input"));
    }

    private static Stream<Fault> failures() {
        return Stream.of(
                new Fault("the camera dies", f -> f.pass(1500), "SILENT", "no images"),
                new Fault(
                        "the path is killed",
                        f -> {
                            for (int i = 0; i < 40; i++) {
                                f.pass(33);
                                f.commit(false);
                            }
                        },
                        "STUCK",
                        "none is answered"),
                new Fault(
                        "camera and wall clock jump an hour ahead",
                        f -> {
                            f.jump(3600);
                            f.send(1, h -> {});
                            f.adjust();
                        },
                        "STOPPED",
                        "from the future"),
                new Fault(
                        "camera and wall clock jump an hour back",
                        f -> {
                            f.jump(-3600);
                            f.send(1, h -> {});
                            f.adjust();
                        },
                        "STOPPED",
                        "images"),
                new Fault(
                        "stopped for 3 s with a picture waiting",
                        f -> {
                            f.pass(33);
                            f.commit(false);
                            f.sleep(3000);
                            f.perception.step();
                            f.pass(600);
                        },
                        "SILENT",
                        "no images"));
    }

    /** A stage that is late costs its frame, which is braked for in time. */
    private static Stream<Fault> late() {
        return IntStream.range(0, STAGES.length)
                .boxed()
                .flatMap(
                        stage ->
                                Stream.of(
                                        strike(stage, "slowed to 41 ms", f -> f.sleep(41)),
                                        strike(
                                                stage,
                                                "hung for 200 ms while the guard looks",
                                                f -> f.pass(200)),
                                        strike(
                                                stage,
                                                "throws",
                                                f -> {
                                                    throw new IllegalStateException("fault");
                                                }),
                                        strike(
                                                stage,
                                                "dies of an Error",
                                                f -> {
                                                    throw new StackOverflowError("fault");
                                                })));
    }

    private static Fault strike(int stage, String how, Consumer<FaultFlight> strike) {
        return new Fault(
                STAGES[stage] + " " + how,
                f -> {
                    for (int i = 0; i < 3; i++) {
                        f.pass(33);
                        f.commit(false);
                        f.at(stage, () -> strike.accept(f));
                        f.perception.step();
                    }
                },
                "CAREFUL BRAKE 0.00",
                "3 late images in the last second were braked for");
    }

    private static Fault picture(String name, FaultFlight.Painter painter, String why) {
        // A picture that stands still is believed for half a second first.
        return new Fault(
                name,
                f -> {
                    for (int i = 0; i < (name.startsWith("frozen") ? 16 : 0); i++) {
                        f.pass(33);
                        painter.paint(f.commit(true));
                        f.perception.step();
                    }
                    f.show(1, painter);
                },
                "STOPPED",
                why);
    }

    private static Fault header(String name, FaultFlight.Spoiler spoiler, String why) {
        return new Fault(name, f -> f.send(1, spoiler), "STOPPED", why);
    }

    private static Eye eye(FaultFlight f) {
        return Eye.of(Flights.CAMERA, Mount.FORWARD, f.perception.detector());
    }

    private static void half(Header header) {
        header.width /= 2;
        header.height /= 2;
        header.step /= 2;
    }

    private static void freeze(Frame frame) {
        for (int row = 0; row < frame.height(); row++) {
            frame.pixels()
                    .asSlice(row * frame.step(), frame.width())
                    .fill((byte) (row / 16 % 2 * 140 + 40));
        }
    }

    private static void blur(Frame frame) {
        for (int row = 0; row < frame.height(); row++) {
            byte grey =
                    (byte) (128 + 60 * Math.sin(row / 40.0 + frame.stampNanos() % 1000 / 1000.0));
            frame.pixels().asSlice(row * frame.step(), frame.width()).fill(grey);
        }
        // The sensor still makes noise: it is not frozen.
        frame.pixels().set(ValueLayout.JAVA_BYTE, 9, (byte) frame.sequence());
    }

    @ParameterizedTest
    @MethodSource({"blindness", "failures", "late"})
    void shouldStandAndSayWhyAndFlyOn(Fault fault) {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(1);
            double before = flight.last().speed();
            assertTrue(before > 1, "before the fault: " + flight.last());
            long commands = flight.commands();
            fault.strike().accept(flight);
            String state = flight.state();
            String command = flight.last().toString();
            assertEquals(0, flight.last().speed(), "at the end of the fault: " + command);
            assertTrue(flight.commands() > commands, "nobody told the controller");
            assertTrue(state.startsWith(fault.word()), state);
            assertTrue(state.contains(fault.why()), state);
            flight.fly(2);
            assertTrue(flight.last().speed() > 1, "after the fault: " + flight.last());
            flight.judgeAll();
            OutcomeCounters.Figures figures = flight.perception.counters().figures();
            boolean stopped = fault.name().startsWith("stopped for");
            assertEquals(stopped ? 1 : 0, figures.missedDeadlines(), figures::toString);
            TABLE.add("%-52s %s".formatted(fault.name(), state));
        }
    }

    @ParameterizedTest
    @MethodSource("burst")
    void shouldAnswerTheNewestOfABurst(int frames) {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(1);
            long acted = flight.perception.counters().of(Outcome.ACTED);
            for (int i = 0; i < frames; i++) {
                flight.sleep(0.02);
                flight.commit(true);
            }
            flight.perception.step();
            assertEquals(acted + 1, flight.perception.counters().of(Outcome.ACTED));
            assertEquals(frames - 1, flight.perception.counters().of(Outcome.SUPERSEDED));
            flight.fly(1);
            flight.judgeAll();
            assertEquals(0, flight.perception.counters().missedDeadlines());
        }
    }

    @Test
    void shouldSlowForFramesThatComeOutOfOrder() {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(1);
            for (int i = 0; i < 30; i++) {
                flight.pass(33);
                flight.good();
                flight.pass(5);
                flight.commit(false, header -> header.stampNanos -= 20_000_000L);
                flight.perception.pollGuard();
                String state = flight.state();
                assertTrue(state.startsWith("SLOWING UNKNOWN"), state);
                assertTrue(state.endsWith(": images refused: the images come out of order"), state);
            }
            assertEquals(30, flight.perception.refusals().count(Refusal.STAMP_BACKWARDS));
            flight.fly(1);
            flight.judgeAll();
        }
    }

    private static IntStream burst() {
        return IntStream.of(2, 3, 1000);
    }

    @AfterAll
    static void printTheTable() {
        TABLE.forEach(System.out::println);
    }
}
