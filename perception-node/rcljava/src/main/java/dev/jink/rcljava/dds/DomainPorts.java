package dev.jink.rcljava.dds;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/**
 * The UDP ports of a domain, looked at before the DDS library opens them. It must be before: with
 * no port left the library joins deaf and says nothing, and when it does refuse to join, the
 * binding goes on with a null pointer and kills the process.
 */
final class DomainPorts {
    // The library tries a hundred numbers on a host; a hundred nodes' processes on one drone are
    // none.
    private static final int PARTICIPANTS_PER_HOST = 100;

    private DomainPorts() {}

    /**
     * Sees to it that the domain can be joined.
     *
     * @throws IllegalStateException it can't, in one line
     */
    static void requireUsable(DdsSettings settings) {
        int domain = settings.domainId();
        int multicast = Profiles.multicastPort(domain);
        if (!canBind(null, multicast, true)) {
            throw new IllegalStateException(
                    ("domain %d: UDP port %d is held by another program; choose another"
                                    + " ROS_DOMAIN_ID")
                            .formatted(domain, multicast));
        }
        for (int number = 0; number < PARTICIPANTS_PER_HOST; number++) {
            int discovery = Profiles.discoveryPort(domain, number);
            if (canBind(settings.address(), discovery, false)
                    && canBind(settings.address(), discovery + 1, false)) {
                return;
            }
        }
        throw new IllegalStateException(
                ("domain %d: UDP ports %d to %d are all in use; choose another ROS_DOMAIN_ID or end"
                                + " other participants")
                        .formatted(
                                domain,
                                Profiles.discoveryPort(domain, 0),
                                Profiles.discoveryPort(domain, PARTICIPANTS_PER_HOST - 1) + 1));
    }

    private static boolean canBind(String address, int port, boolean shared) {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            if (shared) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
