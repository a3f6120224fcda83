package dev.jink.perception.ros;

/**
 * What the image subscription met on the wire.
 *
 * @param received messages handed on
 * @param refused payloads that were truncated, oversized or misencoded
 * @param superseded messages displaced by newer ones before the node saw them
 * @param lost samples missing between those that came
 * @param bytesPerMessage heap bytes the DDS library's thread allocated per callback
 * @param lastRefusal why the last refused payload was refused; null = none was
 */
record TransportFigures(
        long received,
        long refused,
        long superseded,
        long lost,
        double bytesPerMessage,
        String lastRefusal) {
    static final TransportFigures NONE = new TransportFigures(0, 0, 0, 0, 0, null);

    /** These and those of a later subscription. */
    TransportFigures plus(TransportFigures later) {
        long all = received + later.received;
        return new TransportFigures(
                all,
                refused + later.refused,
                superseded + later.superseded,
                lost + later.lost,
                all == 0
                        ? 0
                        : (bytesPerMessage * received + later.bytesPerMessage * later.received)
                                / all,
                later.lastRefusal == null ? lastRefusal : later.lastRefusal);
    }
}
