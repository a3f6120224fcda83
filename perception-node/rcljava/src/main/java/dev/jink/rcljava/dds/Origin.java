package dev.jink.rcljava.dds;

import us.ihmc.pubsub.common.Guid;
import us.ihmc.pubsub.common.SampleInfo;

import java.util.Arrays;

/**
 * Where a request came from, and so where its answer belongs. Fast DDS tells it beside the payload
 * (DDS-RPC's sample identities); what rmw_cyclonedds sends has it in the payload's first 16 bytes.
 *
 * @param client name of the endpoint that the answer is for, 16 bytes
 * @param sequence number of the request
 * @param related number of the request that it answers itself, where it is an answer
 * @param inPayload whether the payload starts with its own client and number, and the answer must
 */
public record Origin(byte[] client, long sequence, long related, boolean inPayload) {
    // RTPS 9.3.1.5: a name starts with the vendor's number; this is Eclipse Cyclone DDS.
    private static final byte[] CYCLONE = {1, 16};
    private static final int PREFIX_BYTES = 12;

    static Origin of(SampleInfo info) {
        byte[] writer = DdsParticipant.bytes(info.getSampleIdentity().getGuid());
        // Since Foxy a client of rmw_fastrtps names the reader that waits for the answer.
        Guid reader = info.getRelatedSampleIdentity().getGuid();
        byte[] client = DdsParticipant.bytes(reader);
        boolean unnamed = Arrays.equals(client, new byte[client.length]);
        return new Origin(
                unnamed ? writer : client,
                info.getSampleIdentity().getSequenceNumber().get(),
                info.getRelatedSampleIdentity().getSequenceNumber().get(),
                Arrays.equals(writer, 0, 2, CYCLONE, 0, 2));
    }

    /** Whether an endpoint belongs to the same participant. */
    boolean isNear(byte[] endpoint) {
        return Arrays.equals(client, 0, PREFIX_BYTES, endpoint, 0, PREFIX_BYTES);
    }
}
