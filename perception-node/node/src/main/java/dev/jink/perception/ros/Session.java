package dev.jink.perception.ros;

import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.OpenCv;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.Eye;
import dev.jink.perception.Perception;
import dev.jink.perception.TextConstants;
import dev.jink.perception.WarmUp;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.health.Warmth;
import dev.jink.perception.latency.AllocationMeter;
import dev.jink.perception.latency.HistogramLog;
import dev.jink.perception.latency.LatencyFigures;
import dev.jink.perception.latency.ProcessMeter;
import dev.jink.perception.sight.Detector;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.subscription.Subscription;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The node from {@link #configure} (model, warm-up, self-test) to {@link #finish}; in between {@link
 * #activate} (subscribe, open the gate) and {@link #deactivate}. All on the spinning thread.
 */
final class Session implements AutoCloseable {
    private static final long LISTEN_MS = 100;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;

    private final Node node;
    private final Endpoints before;
    private final NodeSettings settings;
    private final Report report;
    private final EpochClock epoch = new EpochClock(CLOCK);
    private final StampClock stamps;
    private final AllocationMeter handOver = new AllocationMeter();
    private final Outlet outlet = new Outlet();
    private final TextConstants texts = new TextConstants();
    private final ProcessMeter process = new ProcessMeter();
    private final Topics topics;
    private final ScanPublisher scan;
    private final Controller controller;
    private final Perception perception;
    private Warmth warmth;
    private Diagnostics diagnostics;
    private ImageSource images;
    private DebugViews views;
    private double startToActiveMs;
    private Endpoints configured;
    private boolean finished;

    private Session(
            Node node,
            Endpoints before,
            Parameters parameters,
            StampClock stamps,
            Report report,
            Function<Plan, Runnable> network)
            throws ConfigurationException {
        this.node = node;
        this.before = before;
        this.stamps = stamps;
        this.report = report;
        settings = parameters.settings();
        if (EmbeddedTransport.isPresent()) {
            EmbeddedTransport.admitImages(settings.pipeline().limits().capacityBytes());
        } else if (Exposure.warning(System::getenv) != null) {
            report.warn(Exposure.warning(System::getenv));
        }
        Detector detector = FlyingModel.load(settings, network);
        startOpenCv();
        topics = Topics.publishedBy(node);
        scan =
                new ScanPublisher(
                        outlet,
                        topics.obstacles(),
                        topics.rehearsedObstacles(),
                        settings.baseFrame(),
                        FlyingModel.farthestM(detector));
        controller =
                new Controllers(
                                settings,
                                node,
                                outlet,
                                CLOCK,
                                epoch,
                                stamps,
                                FlyingModel.farthestM(detector))
                        .make(this::yawEnu, report::line);
        perception =
                new Perception(
                        settings.pipeline(),
                        detector,
                        controller.links(),
                        CLOCK,
                        (command, sectors, distrust) -> {
                            controller.after(command, sectors, distrust);
                            scan.after(command, sectors, distrust);
                        },
                        new FaultReport(CLOCK, report::error),
                        controller.duties());
    }

    /**
     * Loads and verifies the model, warms up.
     *
     * @param stamps the time of messages
     * @param network what is run in a plan's place: itself, but for measurements
     * @throws ConfigurationException in one line: what, got, wanted, the way out
     */
    static Session configure(
            Node node,
            Parameters parameters,
            StampClock stamps,
            Report report,
            Function<Plan, Runnable> network)
            throws ConfigurationException {
        Endpoints before = Endpoints.of(node);
        Session session = null;
        try {
            session = new Session(node, before, parameters, stamps, report, network);
            session.warmUp();
            session.configured = Endpoints.of(node);
            return session;
        } catch (ConfigurationException | RuntimeException e) {
            if (session != null) {
                session.perception.close();
                session.controller.close();
            }
            before.removeAllOther();
            throw e instanceof ConfigurationException refused
                    ? refused
                    : new ConfigurationException(e.getMessage(), e);
        }
    }

    private static void startOpenCv() throws ConfigurationException {
        try {
            OpenCv.start();
        } catch (LinkageError e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new ConfigurationException(
                    "OpenCV: its native libraries can't be loaded ("
                            + why.getMessage()
                            + "): install Jink anew",
                    e);
        }
    }

    // The links are made before the path that knows the heading.
    private double yawEnu(long nowNanos) {
        return perception.flight().yawEnu(nowNanos);
    }

    private void warmUp() throws ConfigurationException {
        CameraModel known =
                settings.cameraInfoFile() == null
                        ? null
                        : CameraInfoYaml.read(settings.cameraInfoFile());
        perception.start();
        WarmUp.Report warm =
                new WarmUp(
                                perception,
                                CLOCK,
                                known == null ? WarmUp.anyCamera() : known,
                                controller.rehearsal(),
                                door -> ImageEntrance.of(door, CLOCK, epoch))
                        .run(settings.warmUpNanos());
        if (known != null) {
            perception.look(Eye.of(known, settings.pipeline().mount(), perception.detector()));
        }
        Thread.ofPlatform().daemon().name("jink-texts").start(texts::create);
        perception.awaitIdle();
        SelfTest.run(perception.detector().plan());
        WireRehearsal.run(node, CLOCK);
        warmth = new Warmth(warm.settled());
        if (warm.settled()) {
            report.line(warm.words());
        } else {
            report.warn(warm.words());
        }
    }

    /** Listens, and lets commands out. Prints the one line that says so. */
    void activate() {
        images =
                new ImageSource(
                        this::subscribeImages,
                        node::removeSubscription,
                        EmbeddedTransport::publishers,
                        report);
        String imageTopic =
                topic(
                        images.subscription(),
                        settings.compressed() ? Topics.COMPRESSED : Topics.IMAGE);
        String infoTopic = Topics.CAMERA_INFO;
        if (settings.cameraInfoFile() == null) {
            infoTopic =
                    topic(
                            node.createSubscription(
                                    CameraInfo.class,
                                    Topics.CAMERA_INFO,
                                    new CameraInfoAdapter(
                                            perception, settings.cameraFrame(), report),
                                    TopicQos.in(node, Topics.CAMERA_INFO)),
                            infoTopic);
        }
        MountBroadcast.publish(
                node,
                settings.baseFrame(),
                settings.cameraFrame(),
                settings.pipeline().mount(),
                stamps.nanosAt(CLOCK.nanos()),
                report);
        perception.door().reportTo(imageTopic, infoTopic, report::warn);
        FlightInputs.subscribe(node, perception.flight(), settings.controller().kind(), CLOCK);
        diagnostics =
                new Diagnostics(
                        perception,
                        warmth,
                        this::figures,
                        CLOCK,
                        controller.company()::words,
                        stamps,
                        node.getName());
        node.createWallTimer(
                1,
                TimeUnit.SECONDS,
                () -> {
                    epoch.look();
                    stamps.look();
                    images.look(perception.frameAgeNanos());
                    controller.company().beat();
                    diagnostics.publish(topics.diagnostics(), topics.state());
                });
        node.createWallTimer(LISTEN_MS, TimeUnit.MILLISECONDS, controller.company()::listen);
        views = DebugViews.of(node, perception, settings, report);
        String priority = settings.realtime() ? perception.raisePriority() : "normal priority";
        if (texts.create() == 0) {
            report.warn(
                    "text constants are left to the compiler, which will take some heap in flight:"
                            + " start the JVM with "
                            + String.join(" ", TextConstants.OPTIONS));
        }
        System.gc();
        handOver.reset();
        outlet.reset();
        process.reset();
        perception.activate();
        scan.activate();
        controller.activate();
        startToActiveMs =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        report.line(
                "active after %.0f ms: %s on %s, kernels %s, budget %.0f ms; %s"
                        .formatted(
                                startToActiveMs,
                                node.getName(),
                                imageTopic,
                                perception.detector().plan().kernelPath(),
                                settings.pipeline().budget().totalNanos() / 1e6,
                                priority));
    }

    private static String topic(Subscription<?> subscription, String relative) {
        return EmbeddedTransport.isPresent() ? EmbeddedTransport.topic(subscription) : relative;
    }

    private Subscription<?> subscribeImages() {
        if (settings.compressed()) {
            return node.createSubscription(
                    CompressedImage.class,
                    Topics.COMPRESSED,
                    new CompressedImageAdapter(
                            perception.door(), settings.pipeline().limits(), CLOCK, stamps),
                    TopicQos.in(node, Topics.COMPRESSED));
        }
        return node.createSubscription(
                Image.class,
                Topics.IMAGE,
                new ImageAdapter(perception.door(), CLOCK, stamps, handOver),
                TopicQos.in(node, Topics.IMAGE));
    }

    /** Shows on the page what this node sees and does, from now on. */
    void showOn(NodePage page) {
        page.show(perception, diagnostics::health, settings.realtime());
    }

    /**
     * Ends listening; the guard brakes once, and then nothing is let out.
     *
     * @return false when the guard did not come to brake in time
     */
    boolean deactivate() {
        endViews();
        configured.removeAllOther();
        return perception.deactivate();
    }

    /** The time of messages jumped: what came before is of another world. */
    void forgetWorld() {
        perception.forgetWorld();
    }

    /** Flies by other settings from the next frame on. */
    void plan(PlannerSettings planner) {
        perception.plan(planner);
    }

    /** The figures since activation. */
    Figures figures() {
        OutcomeCounters.Figures counted = perception.counters().figures();
        LatencyFigures latency = perception.latency();
        TransportFigures transport = images == null ? TransportFigures.NONE : images.figures();
        Map<String, Long> reasons = new TreeMap<>();
        for (Refusal reason : Refusal.values()) {
            if (perception.refusals().count(reason) > 0) {
                reasons.put(reason.key(), perception.refusals().count(reason));
            }
        }
        if (transport.refused() > 0) {
            reasons.put("transport", transport.refused());
        }
        long answered = counted.acted() + counted.braked();
        double published = answered == 0 ? 0 : (double) outlet.transportBytes() / answered;
        double perFrame = perception.allocation().bytesPerFrame() + handOver.bytesPerFrame();
        return new Figures(
                counted.frames() + transport.superseded() + transport.refused(),
                counted.acted(),
                counted.braked(),
                counted.superseded() + transport.superseded(),
                counted.refused() + transport.refused(),
                reasons,
                counted.missedDeadlines(),
                latency.arrivalToCommandMs(),
                latency.stages(),
                perFrame,
                handOver.bytesPerFrame(),
                perception.allocation().worstBytes(),
                transport.bytesPerMessage() + published,
                perception.detector().plan().kernelPath(),
                perception.detector().plan().sha256(),
                startToActiveMs,
                counted.lateResults(),
                perception.faults(),
                perception.silence().brakes() + perception.stall().brakes(),
                transport.lost(),
                latency.firstFrameMs(),
                process.figures());
    }

    /** Writes the distributions behind the figures, as an HdrHistogram log. */
    void writeHistograms(Path file) throws IOException {
        HistogramLog.write(file, "jink node", perception.histograms());
    }

    private void endViews() {
        if (views != null) {
            views.close();
            views = null;
        }
    }

    /** Finishes the frame under way, gives everything back, and gives the closing figures. */
    Figures finish() {
        if (!finished) {
            finished = true;
            endViews();
            perception.close();
            controller.close();
            before.removeAllOther();
        }
        return figures();
    }

    @Override
    public void close() {
        finish();
    }
}
