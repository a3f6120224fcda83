package dev.jink.perception.control.mavlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A UDP socket between two named ends. It is connected, so the kernel lets in what comes from the
 * controller's address and port alone; towards one on this machine it is bound to loopback.
 *
 * <p>{@link #send} by one thread at a time, {@link #receive} by another; neither blocks, and after
 * the first neither allocates but in a fault.
 */
public final class UdpWire implements Wire, AutoCloseable {
    private static final int BUFFER = 2048;

    private final DatagramChannel channel;
    private final AutoCloseable other;
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final AtomicLong unreachable = new AtomicLong();

    private UdpWire(DatagramChannel channel, AutoCloseable other) {
        this.channel = channel;
        this.other = other;
    }

    /**
     * Opens the socket.
     *
     * @param localPort our port; 0 = any
     * @throws IllegalArgumentException in one line: what, got, wanted, the way out
     */
    public static UdpWire open(Endpoint controller, int localPort) {
        InetSocketAddress own =
                controller.isLoopback()
                        ? new InetSocketAddress(controller.address().getAddress(), localPort)
                        : new InetSocketAddress(localPort);
        DatagramChannel channel = null;
        try {
            channel = DatagramChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, false);
            channel.bind(own);
            channel.connect(controller.address());
            channel.configureBlocking(false);
            return new UdpWire(channel, () -> {});
        } catch (IOException e) {
            close(channel);
            throw new IllegalArgumentException(
                    "parameter mavlink_local_port: UDP from port "
                            + localPort
                            + " to "
                            + controller
                            + " can't be opened ("
                            + e.getMessage()
                            + "), wanted a port that is free and a controller there is a way to:"
                            + " set -p mavlink_local_port:=0 for any free port",
                    e);
        }
    }

    /** A wire to nobody, on this machine: for rehearsing. */
    public static UdpWire nowhere() {
        try {
            DatagramChannel sink = DatagramChannel.open();
            sink.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            DatagramChannel channel = DatagramChannel.open();
            channel.connect(sink.getLocalAddress());
            channel.configureBlocking(false);
            return new UdpWire(channel, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("UDP on loopback can't be opened", e);
        }
    }

    @Override
    public void send(byte[] bytes, int length) {
        try {
            if (!put(bytes, length)) {
                throw new IOException("MAVLink: the socket's send buffer is full");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("MAVLink: not sent", e);
        }
    }

    private boolean put(byte[] bytes, int length) throws IOException {
        out.clear();
        out.put(bytes, 0, length).flip();
        try {
            return channel.write(out) == length;
        } catch (PortUnreachableException e) {
            // Linux says so of an earlier frame, and has not sent this one.
            unreachable.incrementAndGet();
            out.rewind();
            return channel.write(out) == length;
        }
    }

    /**
     * Takes one datagram when there is one.
     *
     * @return its length; 0 = there is none
     */
    public int receive(byte[] bytes) {
        in.clear();
        in.limit(Math.min(bytes.length, BUFFER));
        try {
            int length = Math.max(0, channel.read(in));
            in.flip();
            in.get(bytes, 0, length);
            return length;
        } catch (PortUnreachableException e) {
            unreachable.incrementAndGet();
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** How often the machine at the other end said that nobody listens there. */
    public long unreachable() {
        return unreachable.get();
    }

    /** Our own port. */
    public int localPort() {
        try {
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(channel);
        close(other);
    }

    private static void close(AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception e) {
            // Nothing is lost: UDP keeps nothing back.
        }
    }
}
