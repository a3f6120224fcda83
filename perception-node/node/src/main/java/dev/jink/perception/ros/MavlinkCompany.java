package dev.jink.perception.ros;

import dev.jink.perception.control.mavlink.MavlinkLink;
import dev.jink.perception.control.mavlink.UdpWire;
import dev.jink.perception.control.mavlink.Wire;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.ros.Controller.Way;
import dev.jink.perception.ros.ControllerSettings.Mavlink;

import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The socket of a MAVLink link and what is said around it: our heartbeat, the controller's, and the
 * lines that tell people when the controller comes and goes. On the thread that spins the node.
 */
final class MavlinkCompany implements Controller.Company {
    private static final long SILENT_NANOS = 3_000_000_000L;
    private static final int DATAGRAM = 2048;
    // A flood must not keep the thread that frames arrive on.
    private static final int MOST_AT_ONCE = 20;

    private final Mavlink settings;
    private final UdpWire wire;
    private final UdpWire nowhere;
    private final MavlinkLink link;
    private final Consumer<String> report;
    private final byte[] datagram = new byte[DATAGRAM];
    private boolean heard;
    private long refused;

    private MavlinkCompany(
            Mavlink settings,
            UdpWire wire,
            UdpWire nowhere,
            MavlinkLink link,
            Consumer<String> report) {
        this.settings = settings;
        this.wire = wire;
        this.nowhere = nowhere;
        this.link = link;
        this.report = report;
    }

    /** Opens the socket and puts the link on it. */
    static Controller controller(
            ControllerSettings controller,
            NanoClock clock,
            EpochClock epoch,
            double rangeMaxM,
            Consumer<String> report) {
        Mavlink settings = controller.mavlink();
        UdpWire wire = UdpWire.open(settings.endpoint(), settings.localPort());
        UdpWire nowhere = UdpWire.nowhere();
        MavlinkLink real = link(wire, controller, clock, epoch, rangeMaxM);
        MavlinkLink rehearsal = link(nowhere, controller, clock, epoch, rangeMaxM);
        report.accept(
                "MAVLink from port %d to %s, %s"
                        .formatted(
                                wire.localPort(),
                                settings.endpoint(),
                                settings.key() == null ? "unsigned" : "signed"));
        if (settings.key() == null && !settings.endpoint().isLoopback()) {
            report.accept(
                    "MAVLink leaves this machine unsigned: whoever is on that network can fly in"
                        + " our name; set mavlink_key_file and give the controller the same key");
        }
        return new Controller(
                new Way(real, real),
                // One socket, and one numbering of frames: a send there does not wait.
                real,
                new Way(rehearsal, rehearsal),
                new MavlinkCompany(settings, wire, nowhere, real, report));
    }

    private static MavlinkLink link(
            Wire wire,
            ControllerSettings controller,
            NanoClock clock,
            EpochClock epoch,
            double rangeMaxM) {
        return new MavlinkLink(
                wire,
                clock,
                () -> epoch.nanosAt(clock.nanos()),
                controller.mavlink().system(),
                controller.mavlink().key(),
                controller.keepAliveNanos(),
                rangeMaxM);
    }

    @Override
    public void listen() {
        int length = wire.receive(datagram);
        for (int i = 0; length > 0 && i < MOST_AT_ONCE; i++) {
            link.listen(datagram, length);
            length = wire.receive(datagram);
        }
    }

    @Override
    public void beat() {
        try {
            link.heartbeat();
        } catch (UncheckedIOException e) {
            report.accept("MAVLink heartbeat to " + settings.endpoint() + ": " + e.getCause());
        }
        boolean now = link.isHeard(SILENT_NANOS);
        if (now != heard) {
            heard = now;
            report.accept(
                    "controller at %s: %s"
                            .formatted(settings.endpoint(), now ? "heard" : "silent for 3 s"));
        }
        if (link.refused() != refused) {
            report.accept(
                    "MAVLink from %s: %d frames refused, the last was %s"
                            .formatted(
                                    settings.endpoint(),
                                    link.refused() - refused,
                                    link.lastRefusal()));
            refused = link.refused();
        }
    }

    @Override
    public String words() {
        return "mavlink: controller %s, %d frames refused, %d unreachable"
                .formatted(
                        link.isHeard(SILENT_NANOS) ? "heard" : "not heard",
                        link.refused(),
                        wire.unreachable());
    }

    @Override
    public void close() {
        wire.close();
        nowhere.close();
    }
}
