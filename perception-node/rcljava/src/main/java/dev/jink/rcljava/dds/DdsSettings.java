package dev.jink.rcljava.dds;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How to join a domain.
 *
 * @param domainId 0 to 232
 * @param address the IPv4 address of the one interface to use, or null for all of them
 * @param peers hosts that are told of us directly, besides multicast
 * @param receiveBufferBytes asked of the kernel for each socket
 * @param neverWait whether a send that finds no room in the kernel's buffers is given up
 * @param warnings one line each, to be shown once
 */
public record DdsSettings(
        int domainId,
        String address,
        List<String> peers,
        int receiveBufferBytes,
        boolean neverWait,
        List<String> warnings) {
    /** Property, or variable JINK_INTERFACE: a name, an IPv4 address, or {@code all}. */
    public static final String INTERFACE = "jink.dds.interface";

    /** Property: hosts to tell of us directly, comma-separated IPv4 addresses. */
    public static final String PEERS = "jink.dds.peers";

    /** Property: receive buffer of the sockets, bytes. */
    public static final String RECEIVE_BUFFER = "jink.dds.receive_buffer";

    /** Property: the domain, before environment variable ROS_DOMAIN_ID. */
    public static final String DOMAIN = "jink.ros.domain_id";

    /** Property: {@code true} = a send never waits for room in the kernel's buffers. */
    public static final String NEVER_WAIT = "jink.dds.never_wait";

    static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_NET = "127.";

    // Port = 7400 + 250 * domain + ...: beyond 232 it would pass 65535.
    private static final int MAX_DOMAIN = 232;
    private static final int LARGEST_DATAGRAM_BYTES = 65536;
    private static final Pattern IPV4 =
            Pattern.compile("OCTET(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
    private static final Path KERNEL_CAP = Path.of("/proc/sys/net/core/rmem_max");

    /** The settings of this process: its environment, properties and kernel. */
    public static DdsSettings ofProcess() {
        return of(System::getenv, System::getProperty, kernelCap());
    }

    /**
     * The settings of an environment.
     *
     * @param kernelCapBytes the kernel's largest receive buffer
     * @throws IllegalArgumentException in one line: what, got, wanted
     */
    public static DdsSettings of(
            UnaryOperator<String> env, UnaryOperator<String> property, long kernelCapBytes) {
        List<String> warnings = new ArrayList<>();
        int wanted =
                number(
                        "-D" + RECEIVE_BUFFER,
                        property.apply(RECEIVE_BUFFER),
                        4 << 20,
                        65536,
                        1 << 30);
        if (wanted > kernelCapBytes) {
            warnings.add(
                    ("receive buffer: wanted %d bytes, the kernel caps it at %d, large pictures may"
                                    + " be lost; raise it: sysctl -w net.core.rmem_max=%d")
                            .formatted(wanted, kernelCapBytes, wanted));
        }
        if (kernelCapBytes < LARGEST_DATAGRAM_BYTES) {
            throw new IllegalArgumentException(
                    ("receive buffer: the kernel caps it at %d bytes, the DDS library wants at"
                                    + " least %d; raise it: sysctl -w net.core.rmem_max=%d")
                            .formatted(kernelCapBytes, LARGEST_DATAGRAM_BYTES, wanted));
        }
        int buffer = (int) Math.min(wanted, kernelCapBytes);
        int domain =
                property.apply(DOMAIN) == null
                        ? number("ROS_DOMAIN_ID", env.apply("ROS_DOMAIN_ID"), 0, 0, MAX_DOMAIN)
                        : number("-D" + DOMAIN, property.apply(DOMAIN), 0, 0, MAX_DOMAIN);
        String address = address(env, property);
        if (address == null || !address.startsWith(LOOPBACK_NET)) {
            warnings.add(
                    ("listens on %s without security underneath: whoever is on that network can"
                         + " speak to this node and move what it moves; name a VPN's interface, or"
                         + " unset JINK_INTERFACE for this machine alone")
                            .formatted(address == null ? "all interfaces" : address));
        }
        return new DdsSettings(
                domain,
                address,
                peers(property),
                buffer,
                Boolean.parseBoolean(property.apply(NEVER_WAIT)),
                List.copyOf(warnings));
    }

    /** Whether peers on this machine only can be met. */
    public boolean loopbackOnly() {
        return LOOPBACK.equals(address);
    }

    private static String address(UnaryOperator<String> env, UnaryOperator<String> property) {
        String localhostOnly = env.apply("ROS_LOCALHOST_ONLY");
        String named = property.apply(INTERFACE);
        if (named == null || named.isBlank()) {
            named = env.apply("JINK_INTERFACE");
        }
        if (named == null || named.isBlank()) {
            return "0".equals(localhostOnly) ? null : LOOPBACK;
        }
        String address = named.equals("all") ? null : resolve(named.strip());
        if ("1".equals(localhostOnly) && !LOOPBACK.equals(address)) {
            throw new IllegalArgumentException(
                    "ROS_LOCALHOST_ONLY=1 and interface '%s' contradict each other; unset one"
                            .formatted(named));
        }
        return address;
    }

    private static String resolve(String named) {
        List<String> known = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                known.add(one.getName());
                for (InterfaceAddress at : one.getInterfaceAddresses()) {
                    InetAddress address = at.getAddress();
                    if (address instanceof Inet4Address
                            && (one.getName().equals(named)
                                    || address.getHostAddress().equals(named))) {
                        return address.getHostAddress();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "interface '%s': the interfaces can't be listed: %s"
                            .formatted(named, e.getMessage()),
                    e);
        }
        throw new IllegalArgumentException(
                ("interface '%s': no such interface with an IPv4 address; there are %s; set -D%s or"
                                + " JINK_INTERFACE, or 'all'")
                        .formatted(named, String.join(", ", known), INTERFACE));
    }

    private static List<String> peers(UnaryOperator<String> property) {
        String given = property.apply(PEERS);
        if (given == null || given.isBlank()) {
            return List.of();
        }
        List<String> peers = List.of(given.strip().split("\\s*,\\s*"));
        for (String peer : peers) {
            if (!IPV4.matcher(peer).matches()) {
                throw new IllegalArgumentException(
                        "-D%s: got '%s', wanted IPv4 addresses with commas between"
                                .formatted(PEERS, peer));
            }
        }
        return peers;
    }

    private static int number(String what, String given, int otherwise, int least, int most) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the same words as a number out of range.
        }
        throw new IllegalArgumentException(
                "%s: got '%s', wanted a whole number from %d to %d"
                        .formatted(what, given, least, most));
    }

    private static long kernelCap() {
        // A sysctl file gives its text to the first read only, and that read must be large.
        try (BufferedReader file = Files.newBufferedReader(KERNEL_CAP)) {
            return Long.parseLong(file.readLine().strip());
        } catch (IOException | NumberFormatException e) {
            // Not Linux: nothing is known of a cap.
            return Long.MAX_VALUE;
        }
    }
}
