package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * What a parameter is for and which values it takes.
 */
public final class ParameterDescriptor extends WireMessage {

    private String name = "";
    private byte type;
    private String description = "";
    private String additionalConstraints = "";
    private boolean readOnly;
    private boolean dynamicTyping;
    private List<FloatingPointRange> floatingPointRange = List.of();
    private List<IntegerRange> integerRange = List.of();

    /** Name. */
    public String getName() {
        return name;
    }

    public ParameterDescriptor setName(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /** A number of {@link ParameterType}. */
    public byte getType() {
        return type;
    }

    public ParameterDescriptor setType(byte type) {
        this.type = type;
        return this;
    }

    /** One line for people. */
    public String getDescription() {
        return description;
    }

    public ParameterDescriptor setDescription(String description) {
        this.description = Objects.requireNonNull(description, "description");
        return this;
    }

    /** Constraints in words. */
    public String getAdditionalConstraints() {
        return additionalConstraints;
    }

    public ParameterDescriptor setAdditionalConstraints(String additionalConstraints) {
        this.additionalConstraints =
                Objects.requireNonNull(additionalConstraints, "additional_constraints");
        return this;
    }

    /** Whether it is settled once declared. */
    public boolean getReadOnly() {
        return readOnly;
    }

    public ParameterDescriptor setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
        return this;
    }

    /** Whether its type may change. */
    public boolean getDynamicTyping() {
        return dynamicTyping;
    }

    public ParameterDescriptor setDynamicTyping(boolean dynamicTyping) {
        this.dynamicTyping = dynamicTyping;
        return this;
    }

    /** At most one range, for doubles. */
    public List<FloatingPointRange> getFloatingPointRange() {
        return floatingPointRange;
    }

    public ParameterDescriptor setFloatingPointRange(List<FloatingPointRange> floatingPointRange) {
        this.floatingPointRange =
                Objects.requireNonNull(floatingPointRange, "floating_point_range");
        return this;
    }

    /** At most one range, for integers. */
    public List<IntegerRange> getIntegerRange() {
        return integerRange;
    }

    public ParameterDescriptor setIntegerRange(List<IntegerRange> integerRange) {
        this.integerRange = Objects.requireNonNull(integerRange, "integer_range");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.text(name);
        out.int8(type);
        out.text(description);
        out.text(additionalConstraints);
        out.bool(readOnly);
        out.bool(dynamicTyping);
        out.messages(floatingPointRange);
        out.messages(integerRange);
    }

    @Override
    public void decode(CdrReader in) {
        name = in.text();
        type = in.int8();
        description = in.text();
        additionalConstraints = in.text();
        readOnly = in.bool();
        dynamicTyping = in.bool();
        floatingPointRange = in.messages(floatingPointRange, FloatingPointRange::new, 24);
        integerRange = in.messages(integerRange, IntegerRange::new, 24);
    }
}
