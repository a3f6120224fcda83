package org.ros2.rcljava.parameters;

import java.util.Locale;

/** The type of a parameter, in the order of {@link rcl_interfaces.msg.ParameterType}'s numbers. */
public enum ParameterType {
    /** No value. */
    PARAMETER_NOT_SET,
    /** true or false. */
    PARAMETER_BOOL,
    /** A 64-bit integer. */
    PARAMETER_INTEGER,
    /** A 64-bit float. */
    PARAMETER_DOUBLE,
    /** A text. */
    PARAMETER_STRING,
    /** Bytes. */
    PARAMETER_BYTE_ARRAY,
    /** Several bools. */
    PARAMETER_BOOL_ARRAY,
    /** Several integers. */
    PARAMETER_INTEGER_ARRAY,
    /** Several doubles. */
    PARAMETER_DOUBLE_ARRAY,
    /** Several texts. */
    PARAMETER_STRING_ARRAY;

    private static final ParameterType[] BY_NUMBER = values();

    /** Its number on the wire. */
    public byte getValue() {
        return (byte) ordinal();
    }

    /** In words, e.g. double_array; "not set" without a value. Not in rcljava itself. */
    public String inWords() {
        return this == PARAMETER_NOT_SET
                ? "not set"
                : name().substring("PARAMETER_".length()).toLowerCase(Locale.ROOT);
    }

    /** The type of a number, or null. */
    public static ParameterType fromByte(final byte code) {
        return code >= 0 && code < BY_NUMBER.length ? BY_NUMBER[code] : null;
    }
}
