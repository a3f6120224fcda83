package dev.jink.rcljava.graph;

import dev.jink.rcljava.TransportStats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsReader;
import dev.jink.rcljava.dds.DdsWriter;
import dev.jink.rcljava.dds.Inbox;
import dev.jink.rcljava.dds.Origin;

import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.interfaces.ServiceDefinition;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.service.RMWRequestId;
import org.ros2.rcljava.service.Service;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * A service on two topics, {@code rq/NAMERequest} and {@code rr/NAMEReply}, as every rmw does it.
 * They differ in how an answer finds its request: see {@link Origin}. Each is answered in its way.
 *
 * <p>Requests are decoded on the DDS library's thread and answered on the spinning one, in order.
 */
final class EmbeddedService<T extends ServiceDefinition> implements Service<T>, Work, Inbox {
    private static final int MOST_WAITING = 10;
    // So long an answer waits for the asking one's reader to be discovered; then it is sent anyway.
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    // A new reader of Cyclone DDS takes nothing before it has had a heartbeat, and then only what
    // comes
    // later; and Fast DDS sends one only when something is unacknowledged. So a message to nobody
    // goes
    // first, and the answer after the heartbeat that follows it (every 50 ms: see Profiles).
    private static final long OPENING_NANOS = 150_000_000L;
    private static final long LOOK_AGAIN_NANOS = 2_000_000L;
    private static final int HEAD_BYTES = 16;

    /** @param headClient and {@code headNumber}, from the payload, where they are */
    private record Request(
            WireMessage message, Origin origin, long headClient, long headNumber, long since) {}

    private final EmbeddedNode node;
    private final String name;
    private final Class<MessageDefinition> requestType;
    private final Class<MessageDefinition> responseType;
    private final TriConsumer<RMWRequestId, MessageDefinition, MessageDefinition> callback;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final CdrReader cdr = new CdrReader();
    private Request opened;
    private long openedNanos;
    private volatile DdsReader requests;
    private volatile DdsWriter answers;

    @SuppressWarnings("unchecked") // rcljava's signature loses which messages the callback takes.
    EmbeddedService(
            EmbeddedNode node,
            String name,
            Class<T> definition,
            TriConsumer<RMWRequestId, ? extends MessageDefinition, ? extends MessageDefinition>
                    callback) {
        this.node = node;
        this.name = name;
        requestType = type(definition, "RequestType");
        responseType = type(definition, "ResponseType");
        this.callback = (TriConsumer<RMWRequestId, MessageDefinition, MessageDefinition>) callback;
    }

    void attach(DdsParticipant participant, QoSProfile qos) {
        WireType answer = WireType.of(responseType);
        WireType request = WireType.of(requestType);
        answers =
                participant.writer(
                        "rr" + name + "Reply", answer.name(), answer.maxBytes() + HEAD_BYTES, qos);
        requests =
                participant.reader(
                        "rq" + name + "Request",
                        request.name(),
                        request.maxBytes() + HEAD_BYTES,
                        qos,
                        new DdsReader.Events(this, new TransportStats()));
    }

    DdsReader reader() {
        return requests;
    }

    DdsWriter writer() {
        return answers;
    }

    @Override
    public void accept(MemorySegment payload, long lengthBytes, Supplier<Origin> from) {
        Origin origin = from.get();
        cdr.over(payload, lengthBytes);
        long client = origin.inPayload() ? cdr.int64() : 0;
        long number = origin.inPayload() ? cdr.int64() : origin.sequence();
        WireMessage message = WireType.newMessage(requestType);
        message.decode(cdr);
        if (cdr.refusal() != null) {
            EmbeddedContext.warn("service %s: request refused: %s".formatted(name, cdr.refusal()));
            return;
        }
        synchronized (waiting) {
            if (waiting.size() == MOST_WAITING) {
                waiting.removeFirst();
            }
            waiting.addLast(new Request(message, origin, client, number, System.nanoTime()));
        }
        node.wake();
    }

    @Override
    public boolean runOne() {
        Request request;
        synchronized (waiting) {
            if (!isReady()) {
                return false;
            }
            request = waiting.peekFirst();
            if (request.origin().inPayload() && opened != request) {
                opened = request;
                openedNanos = System.nanoTime();
            } else {
                waiting.removeFirst();
                openedNanos = 0;
            }
        }
        if (openedNanos != 0) {
            // To nobody: client and number are zero.
            send(new Request(request.message(), request.origin(), 0, 0, 0), newResponse());
            return true;
        }
        WireMessage response = newResponse();
        executeCallback(
                new RMWRequestId(request.origin().client(), request.headNumber()),
                request.message(),
                response);
        send(request, response);
        return true;
    }

    private WireMessage newResponse() {
        return WireType.newMessage(responseType);
    }

    private void send(Request request, WireMessage response) {
        DdsWriter writer = answers;
        if (writer == null) {
            return;
        }
        MemorySegment payload =
                MemorySegment.ofArray(new byte[response.maxEncodedBytes() + HEAD_BYTES]);
        CdrWriter out = new CdrWriter(payload);
        if (request.origin().inPayload()) {
            out.int64(request.headClient());
            out.int64(request.headNumber());
        }
        response.encode(out);
        if (!out.fits()) {
            EmbeddedContext.warn(
                    "service %s: its answer takes %d bytes, wanted at most %d"
                            .formatted(name, out.lengthBytes(), payload.byteSize()));
            return;
        }
        MemorySegment encoded = payload.asSlice(0, out.lengthBytes());
        if (request.origin().inPayload()) {
            writer.write(
                    buffer -> {
                        MemorySegment.copy(encoded, 0, buffer, 0, encoded.byteSize());
                        return (int) encoded.byteSize();
                    });
        } else if (!writer.answer(request.origin(), encoded)) {
            EmbeddedContext.warn(
                    ("service %s: this DDS library can't say which request an answer is for; ask"
                                    + " with RMW_IMPLEMENTATION=rmw_cyclonedds_cpp")
                            .formatted(name));
        }
    }

    @Override
    public boolean isReady() {
        synchronized (waiting) {
            Request first = waiting.peekFirst();
            DdsWriter writer = answers;
            return first != null
                    && writer != null
                    && (writer.isHeardBy(first.origin())
                            || System.nanoTime() - first.since() > PATIENCE_NANOS)
                    && (opened != first || System.nanoTime() - openedNanos > OPENING_NANOS);
        }
    }

    @Override
    public long nanosUntilReady() {
        synchronized (waiting) {
            return waiting.isEmpty() ? Long.MAX_VALUE : isReady() ? 0 : LOOK_AGAIN_NANOS;
        }
    }

    @Override
    public Class<MessageDefinition> getRequestType() {
        return requestType;
    }

    @Override
    public Class<MessageDefinition> getResponseType() {
        return responseType;
    }

    @Override
    public void executeCallback(
            RMWRequestId rmwRequestId, MessageDefinition request, MessageDefinition response) {
        callback.accept(rmwRequestId, request, response);
    }

    @Override
    public String getServiceName() {
        return name;
    }

    @Override
    public void dispose() {
        DdsReader reader = requests;
        DdsWriter writer = answers;
        requests = null;
        answers = null;
        if (reader != null) {
            reader.close();
            writer.close();
            node.forget(this);
        }
    }

    @Override
    public long getHandle() {
        return requests == null ? 0 : System.identityHashCode(this);
    }

    @SuppressWarnings("unchecked")
    private static Class<MessageDefinition> type(Class<?> definition, String field) {
        try {
            return (Class<MessageDefinition>) definition.getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a service's class, with RequestType and ResponseType"
                            .formatted(definition.getName()),
                    e);
        }
    }
}
