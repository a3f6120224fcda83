package dev.jink.rcljava.dds;

import us.ihmc.idl.CDR;
import us.ihmc.idl.InterchangeSerializer;
import us.ihmc.pubsub.TopicDataType;
import us.ihmc.pubsub.common.SerializedPayload;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** An endpoint's hands on its payload buffer; the buffer is the same for its whole life. */
abstract class PayloadAccess {
    private ByteBuffer buffer;
    private MemorySegment segment;

    /** Called while the library takes a sample. */
    void received(SerializedPayload payload) {
        throw new IllegalStateException("a writer receives nothing");
    }

    /** Called while the library sends a sample. */
    void send(SerializedPayload payload) {
        throw new IllegalStateException("a reader sends nothing");
    }

    /** All of the buffer, whatever its position and limit. */
    final MemorySegment segment(SerializedPayload payload) {
        if (payload.getData() != buffer) {
            buffer = payload.getData();
            segment = MemorySegment.ofBuffer(buffer.duplicate().clear());
        }
        return segment;
    }

    /**
     * A type as the library sees it: a name and the size of its buffers. The bytes are the
     * endpoint's business, so one instance serves all endpoints of the type.
     */
    record Type(String name, int maxBytes) implements TopicDataType<PayloadAccess> {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getTypeSize() {
            return maxBytes;
        }

        @Override
        public void serialize(PayloadAccess endpoint, SerializedPayload payload)
                throws IOException {
            endpoint.send(payload);
        }

        @Override
        public void deserialize(SerializedPayload payload, PayloadAccess endpoint)
                throws IOException {
            endpoint.received(payload);
        }

        @Override
        public TopicDataType<PayloadAccess> newInstance() {
            return this;
        }

        @Override
        public PayloadAccess createData() {
            throw new UnsupportedOperationException("an endpoint brings its own data");
        }

        @Override
        public void copy(PayloadAccess from, PayloadAccess to) {
            throw new UnsupportedOperationException("payloads are not copied in the process");
        }

        @Override
        public void serialize(PayloadAccess endpoint, InterchangeSerializer serializer) {
            throw new UnsupportedOperationException("CDR payloads only");
        }

        @Override
        public void deserialize(InterchangeSerializer serializer, PayloadAccess endpoint) {
            throw new UnsupportedOperationException("CDR payloads only");
        }

        @Override
        public void serialize(PayloadAccess endpoint, CDR cdr) {
            throw new UnsupportedOperationException("CDR payloads only");
        }

        @Override
        public void deserialize(PayloadAccess endpoint, CDR cdr) {
            throw new UnsupportedOperationException("CDR payloads only");
        }
    }
}
