package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.ParameterValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link GetParameters_Request}.
 */
public final class GetParameters_Response extends WireMessage {

    private List<ParameterValue> values = new ArrayList<>();

    /** In the order of the names; not set for those unknown. */
    public List<ParameterValue> getValues() {
        return values;
    }

    public GetParameters_Response setValues(List<ParameterValue> values) {
        this.values = Objects.requireNonNull(values, "values");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(values);
    }

    @Override
    public void decode(CdrReader in) {
        values = in.messages(values, ParameterValue::new, 1);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
