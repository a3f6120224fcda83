package dev.jink.perception.control.mavlink;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where the controller is.
 *
 * @param address resolved
 */
public record Endpoint(InetSocketAddress address) {
    private static final int MOST_PORT = 65_535;
    private static final String WANTED =
            ", wanted HOST:PORT of the controller, or :PORT on this machine: set -p"
                    + " mavlink_endpoint:=127.0.0.1:14580";

    /**
     * Reads {@code HOST:PORT}, or {@code :PORT} for this machine.
     *
     * @throws IllegalArgumentException in one line: what, got, wanted, the way out
     */
    public static Endpoint of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("parameter mavlink_endpoint: got nothing" + WANTED);
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        int port = port(text, text.substring(colon + 1));
        try {
            InetAddress at =
                    host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
            return new Endpoint(new InetSocketAddress(at, port));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "parameter mavlink_endpoint: got '"
                            + text
                            + "', whose host is not known"
                            + WANTED,
                    e);
        }
    }

    private static int port(String text, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException(
                "parameter mavlink_endpoint: got '"
                        + text
                        + "', whose port is not 1 to 65535"
                        + WANTED);
    }

    /** Whether it is on this machine. */
    public boolean isLoopback() {
        return address.getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
