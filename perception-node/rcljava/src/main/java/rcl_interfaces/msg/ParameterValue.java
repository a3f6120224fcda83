package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A parameter's value: the field that {@code type} names.
 */
public final class ParameterValue extends WireMessage {

    private byte type;
    private boolean boolValue;
    private long integerValue;
    private double doubleValue;
    private String stringValue = "";
    private List<Byte> byteArrayValue = List.of();
    private List<Boolean> boolArrayValue = List.of();
    private List<Long> integerArrayValue = List.of();
    private List<Double> doubleArrayValue = List.of();
    private List<String> stringArrayValue = List.of();

    /** A number of {@link ParameterType}. */
    public byte getType() {
        return type;
    }

    public ParameterValue setType(byte type) {
        this.type = type;
        return this;
    }

    /** The value of a bool. */
    public boolean getBoolValue() {
        return boolValue;
    }

    public ParameterValue setBoolValue(boolean boolValue) {
        this.boolValue = boolValue;
        return this;
    }

    /** The value of an integer. */
    public long getIntegerValue() {
        return integerValue;
    }

    public ParameterValue setIntegerValue(long integerValue) {
        this.integerValue = integerValue;
        return this;
    }

    /** The value of a double. */
    public double getDoubleValue() {
        return doubleValue;
    }

    public ParameterValue setDoubleValue(double doubleValue) {
        this.doubleValue = doubleValue;
        return this;
    }

    /** The value of a string. */
    public String getStringValue() {
        return stringValue;
    }

    public ParameterValue setStringValue(String stringValue) {
        this.stringValue = Objects.requireNonNull(stringValue, "string_value");
        return this;
    }

    /** The value of a byte array. */
    public List<Byte> getByteArrayValue() {
        return byteArrayValue;
    }

    public ParameterValue setByteArrayValue(List<Byte> byteArrayValue) {
        this.byteArrayValue = Objects.requireNonNull(byteArrayValue, "byte_array_value");
        return this;
    }

    /** The value of a bool array. */
    public List<Boolean> getBoolArrayValue() {
        return boolArrayValue;
    }

    public ParameterValue setBoolArrayValue(List<Boolean> boolArrayValue) {
        this.boolArrayValue = Objects.requireNonNull(boolArrayValue, "bool_array_value");
        return this;
    }

    /** The value of an integer array. */
    public List<Long> getIntegerArrayValue() {
        return integerArrayValue;
    }

    public ParameterValue setIntegerArrayValue(List<Long> integerArrayValue) {
        this.integerArrayValue = Objects.requireNonNull(integerArrayValue, "integer_array_value");
        return this;
    }

    /** The value of a double array. */
    public List<Double> getDoubleArrayValue() {
        return doubleArrayValue;
    }

    public ParameterValue setDoubleArrayValue(List<Double> doubleArrayValue) {
        this.doubleArrayValue = Objects.requireNonNull(doubleArrayValue, "double_array_value");
        return this;
    }

    /** The value of a string array. */
    public List<String> getStringArrayValue() {
        return stringArrayValue;
    }

    public ParameterValue setStringArrayValue(List<String> stringArrayValue) {
        this.stringArrayValue = Objects.requireNonNull(stringArrayValue, "string_array_value");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int8(type);
        out.bool(boolValue);
        out.int64(integerValue);
        out.float64(doubleValue);
        out.text(stringValue);
        out.list(byteArrayValue, CdrWriter::int8);
        out.list(boolArrayValue, CdrWriter::bool);
        out.list(integerArrayValue, CdrWriter::int64);
        out.list(doubleArrayValue, CdrWriter::float64);
        out.list(stringArrayValue, CdrWriter::text);
    }

    @Override
    public void decode(CdrReader in) {
        type = in.int8();
        boolValue = in.bool();
        integerValue = in.int64();
        doubleValue = in.float64();
        stringValue = in.text();
        byteArrayValue = in.list(1, CdrReader::int8);
        boolArrayValue = in.list(1, CdrReader::bool);
        integerArrayValue = in.list(8, CdrReader::int64);
        doubleArrayValue = in.list(8, CdrReader::float64);
        stringArrayValue = in.list(4, CdrReader::text);
    }
}
