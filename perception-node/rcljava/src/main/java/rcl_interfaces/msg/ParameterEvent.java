package rcl_interfaces.msg;

import builtin_interfaces.msg.Time;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What became of a node's parameters.
 */
public final class ParameterEvent extends WireMessage {

    private Time stamp = new Time();
    private String node = "";
    private List<Parameter> newParameters = new ArrayList<>();
    private List<Parameter> changedParameters = new ArrayList<>();
    private List<Parameter> deletedParameters = new ArrayList<>();

    /** When. */
    public Time getStamp() {
        return stamp;
    }

    public ParameterEvent setStamp(Time stamp) {
        this.stamp = Objects.requireNonNull(stamp, "stamp");
        return this;
    }

    /** Full name of the node. */
    public String getNode() {
        return node;
    }

    public ParameterEvent setNode(String node) {
        this.node = Objects.requireNonNull(node, "node");
        return this;
    }

    /** Declared. */
    public List<Parameter> getNewParameters() {
        return newParameters;
    }

    public ParameterEvent setNewParameters(List<Parameter> newParameters) {
        this.newParameters = Objects.requireNonNull(newParameters, "new_parameters");
        return this;
    }

    /** Changed. */
    public List<Parameter> getChangedParameters() {
        return changedParameters;
    }

    public ParameterEvent setChangedParameters(List<Parameter> changedParameters) {
        this.changedParameters = Objects.requireNonNull(changedParameters, "changed_parameters");
        return this;
    }

    /** Forgotten. */
    public List<Parameter> getDeletedParameters() {
        return deletedParameters;
    }

    public ParameterEvent setDeletedParameters(List<Parameter> deletedParameters) {
        this.deletedParameters = Objects.requireNonNull(deletedParameters, "deleted_parameters");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(stamp);
        out.text(node);
        out.messages(newParameters);
        out.messages(changedParameters);
        out.messages(deletedParameters);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(stamp);
        node = in.text();
        newParameters = in.messages(newParameters, Parameter::new, 1);
        changedParameters = in.messages(changedParameters, Parameter::new, 1);
        deletedParameters = in.messages(deletedParameters, Parameter::new, 1);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 17;
    }
}
