package org.ros2.rcljava.parameters;

import rcl_interfaces.msg.Parameter;
import rcl_interfaces.msg.ParameterValue;

import java.util.List;
import java.util.Objects;

/** A parameter: its name, and a value of one of the types. Immutable but for what it hands out. */
public class ParameterVariant {
    private final String name;
    private final ParameterValue value = new ParameterValue();

    private ParameterVariant(String name, ParameterType type) {
        this.name = name;
        value.setType(type.getValue());
    }

    /** No name and no value. */
    public ParameterVariant() {
        this("");
    }

    /** A name without a value. */
    public ParameterVariant(final String name) {
        this(name, ParameterType.PARAMETER_NOT_SET);
    }

    /** An integer. */
    public ParameterVariant(final String name, final int intValue) {
        this(name, (long) intValue);
    }

    /** A double. */
    public ParameterVariant(final String name, final float floatValue) {
        this(name, (double) floatValue);
    }

    /** A bool. */
    public ParameterVariant(final String name, final boolean boolValue) {
        this(name, ParameterType.PARAMETER_BOOL);
        value.setBoolValue(boolValue);
    }

    /** An integer. */
    public ParameterVariant(final String name, final long integerValue) {
        this(name, ParameterType.PARAMETER_INTEGER);
        value.setIntegerValue(integerValue);
    }

    /** A double. */
    public ParameterVariant(final String name, final double doubleValue) {
        this(name, ParameterType.PARAMETER_DOUBLE);
        value.setDoubleValue(doubleValue);
    }

    /** A string. */
    public ParameterVariant(final String name, final String stringValue) {
        this(name, ParameterType.PARAMETER_STRING);
        value.setStringValue(stringValue);
    }

    /** A byte array. */
    public ParameterVariant(final String name, final Byte[] byteArrayValue) {
        this(name, ParameterType.PARAMETER_BYTE_ARRAY);
        value.setByteArrayValue(List.of(byteArrayValue));
    }

    /** A bool array. */
    public ParameterVariant(final String name, final Boolean[] boolArrayValue) {
        this(name, ParameterType.PARAMETER_BOOL_ARRAY);
        value.setBoolArrayValue(List.of(boolArrayValue));
    }

    /** An integer array. */
    public ParameterVariant(final String name, final Long[] integerArrayValue) {
        this(name, ParameterType.PARAMETER_INTEGER_ARRAY);
        value.setIntegerArrayValue(List.of(integerArrayValue));
    }

    /** A double array. */
    public ParameterVariant(final String name, final Double[] doubleArrayValue) {
        this(name, ParameterType.PARAMETER_DOUBLE_ARRAY);
        value.setDoubleArrayValue(List.of(doubleArrayValue));
    }

    /** A string array. */
    public ParameterVariant(final String name, final String[] stringArrayValue) {
        this(name, ParameterType.PARAMETER_STRING_ARRAY);
        value.setStringArrayValue(List.of(stringArrayValue));
    }

    /** Its type. */
    public ParameterType getType() {
        return ParameterType.fromByte(value.getType());
    }

    /** Its type in words, e.g. double_array. */
    public String getTypeName() {
        return getType().inWords();
    }

    /** Its name. */
    public final String getName() {
        return name;
    }

    /** Its value as a message. */
    public final ParameterValue getParameterValue() {
        return value;
    }

    /** Its value, when it is a bool. */
    public final boolean asBool() {
        return check(ParameterType.PARAMETER_BOOL).getBoolValue();
    }

    /** Its value, when it is an integer. */
    public final long asInt() {
        return check(ParameterType.PARAMETER_INTEGER).getIntegerValue();
    }

    /** Its value, when it is a double. */
    public final double asDouble() {
        return check(ParameterType.PARAMETER_DOUBLE).getDoubleValue();
    }

    /** Its value, when it is a string. */
    public final String asString() {
        return check(ParameterType.PARAMETER_STRING).getStringValue();
    }

    /** Its value, when it is a byte array. */
    public final Byte[] asByteArray() {
        return check(ParameterType.PARAMETER_BYTE_ARRAY).getByteArrayValue().toArray(Byte[]::new);
    }

    /** Its value, when it is a bool array. */
    public final Boolean[] asBooleanArray() {
        return check(ParameterType.PARAMETER_BOOL_ARRAY)
                .getBoolArrayValue()
                .toArray(Boolean[]::new);
    }

    /** Its value, when it is an integer array. */
    public final Long[] asIntegerArray() {
        return check(ParameterType.PARAMETER_INTEGER_ARRAY)
                .getIntegerArrayValue()
                .toArray(Long[]::new);
    }

    /** Its value, when it is a double array. */
    public final Double[] asDoubleArray() {
        return check(ParameterType.PARAMETER_DOUBLE_ARRAY)
                .getDoubleArrayValue()
                .toArray(Double[]::new);
    }

    /** Its value, when it is a string array. */
    public final String[] asStringArray() {
        return check(ParameterType.PARAMETER_STRING_ARRAY)
                .getStringArrayValue()
                .toArray(String[]::new);
    }

    /** As a message. */
    public final Parameter toParameter() {
        return new Parameter().setName(name).setValue(value);
    }

    /** From a message. */
    public static ParameterVariant fromParameter(final Parameter parameter) {
        String name = parameter.getName();
        ParameterValue v = parameter.getValue();
        return switch (ParameterType.fromByte(v.getType())) {
            case PARAMETER_BOOL -> new ParameterVariant(name, v.getBoolValue());
            case PARAMETER_INTEGER -> new ParameterVariant(name, v.getIntegerValue());
            case PARAMETER_DOUBLE -> new ParameterVariant(name, v.getDoubleValue());
            case PARAMETER_STRING -> new ParameterVariant(name, v.getStringValue());
            case PARAMETER_BYTE_ARRAY ->
                    new ParameterVariant(name, v.getByteArrayValue().toArray(Byte[]::new));
            case PARAMETER_BOOL_ARRAY ->
                    new ParameterVariant(name, v.getBoolArrayValue().toArray(Boolean[]::new));
            case PARAMETER_INTEGER_ARRAY ->
                    new ParameterVariant(name, v.getIntegerArrayValue().toArray(Long[]::new));
            case PARAMETER_DOUBLE_ARRAY ->
                    new ParameterVariant(name, v.getDoubleArrayValue().toArray(Double[]::new));
            case PARAMETER_STRING_ARRAY ->
                    new ParameterVariant(name, v.getStringArrayValue().toArray(String[]::new));
            case PARAMETER_NOT_SET ->
                    throw new IllegalArgumentException(
                            "parameter '%s': got no value, wanted one".formatted(name));
            case null ->
                    throw new IllegalArgumentException(
                            "parameter '%s': got type number %d, wanted 1 to 9"
                                    .formatted(name, v.getType()));
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterVariant variant
                && name.equals(variant.name)
                && getType() == variant.getType()
                && Objects.equals(boxed(), variant.boxed());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, getType(), boxed());
    }

    /** The name and the value, as on a command line. */
    @Override
    public String toString() {
        return name + ":=" + boxed();
    }

    private Object boxed() {
        return switch (getType()) {
            case PARAMETER_NOT_SET -> null;
            case PARAMETER_BOOL -> value.getBoolValue();
            case PARAMETER_INTEGER -> value.getIntegerValue();
            case PARAMETER_DOUBLE -> value.getDoubleValue();
            case PARAMETER_STRING -> value.getStringValue();
            case PARAMETER_BYTE_ARRAY -> value.getByteArrayValue();
            case PARAMETER_BOOL_ARRAY -> value.getBoolArrayValue();
            case PARAMETER_INTEGER_ARRAY -> value.getIntegerArrayValue();
            case PARAMETER_DOUBLE_ARRAY -> value.getDoubleArrayValue();
            case PARAMETER_STRING_ARRAY -> value.getStringArrayValue();
        };
    }

    private ParameterValue check(ParameterType wanted) {
        if (getType() != wanted) {
            throw new IllegalArgumentException(
                    "parameter '%s': got %s, wanted %s"
                            .formatted(name, getTypeName(), wanted.inWords()));
        }
        return value;
    }
}
