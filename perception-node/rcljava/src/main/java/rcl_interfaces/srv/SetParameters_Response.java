package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.SetParametersResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link SetParameters_Request}.
 */
public final class SetParameters_Response extends WireMessage {

    private List<SetParametersResult> results = new ArrayList<>();

    /** One for each. */
    public List<SetParametersResult> getResults() {
        return results;
    }

    public SetParameters_Response setResults(List<SetParametersResult> results) {
        this.results = Objects.requireNonNull(results, "results");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(results);
    }

    @Override
    public void decode(CdrReader in) {
        results = in.messages(results, SetParametersResult::new, 1);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
