package dev.jink.perception.page;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where the live page is served.
 *
 * @param socket resolved; port 0 = any free one
 */
public record PageAddress(InetSocketAddress socket) {
    private static final int MOST_PORT = 65_535;
    private static final String WANTED =
            ", wanted PORT, or HOST:PORT with an address of this machine: 8090 serves this machine"
                    + " alone, 0.0.0.0:8090 everybody on its networks";

    /**
     * Reads {@code PORT}, which is on loopback, or {@code HOST:PORT}.
     *
     * @throws PageException in one line: what, got, wanted, the way out
     */
    public static PageAddress of(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        int port = port(text, text.substring(colon + 1));
        if (colon >= 0 && host.isBlank()) {
            throw new PageException("--page: got '" + text + "', which names no host" + WANTED);
        }
        try {
            InetAddress at =
                    host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
            return new PageAddress(new InetSocketAddress(at, port));
        } catch (UnknownHostException e) {
            throw new PageException(
                    "--page: got '" + text + "', whose host is not known" + WANTED, e);
        }
    }

    private static int port(String text, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new PageException(
                "--page: got '" + text + "', whose port is not 0 to 65535" + WANTED);
    }

    /** Whether nobody else can reach it. */
    public boolean isLoopback() {
        return socket.getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
        String host = socket.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + socket.getPort();
    }
}
