package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

/**
 * The numbers of the parameter types.
 */
public final class ParameterType implements MessageDefinition {
    public static final byte PARAMETER_NOT_SET = 0;

    public static final byte PARAMETER_BOOL = 1;

    public static final byte PARAMETER_INTEGER = 2;

    public static final byte PARAMETER_DOUBLE = 3;

    public static final byte PARAMETER_STRING = 4;

    public static final byte PARAMETER_BYTE_ARRAY = 5;

    public static final byte PARAMETER_BOOL_ARRAY = 6;

    public static final byte PARAMETER_INTEGER_ARRAY = 7;

    public static final byte PARAMETER_DOUBLE_ARRAY = 8;

    public static final byte PARAMETER_STRING_ARRAY = 9;
}
