package rcl_interfaces.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import rcl_interfaces.msg.Parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A request: change these, one by one.
 */
public final class SetParameters_Request extends WireMessage {

    private List<Parameter> parameters = new ArrayList<>();

    /** The new values. */
    public List<Parameter> getParameters() {
        return parameters;
    }

    public SetParameters_Request setParameters(List<Parameter> parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(parameters);
    }

    @Override
    public void decode(CdrReader in) {
        parameters = in.messages(parameters, Parameter::new, 1);
    }
}
