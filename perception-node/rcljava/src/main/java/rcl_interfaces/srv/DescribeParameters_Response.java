package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.ParameterDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link DescribeParameters_Request}.
 */
public final class DescribeParameters_Response extends WireMessage {

    private List<ParameterDescriptor> descriptors = new ArrayList<>();

    /** In the order of the names. */
    public List<ParameterDescriptor> getDescriptors() {
        return descriptors;
    }

    public DescribeParameters_Response setDescriptors(List<ParameterDescriptor> descriptors) {
        this.descriptors = Objects.requireNonNull(descriptors, "descriptors");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(descriptors);
    }

    @Override
    public void decode(CdrReader in) {
        descriptors = in.messages(descriptors, ParameterDescriptor::new, 1);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
