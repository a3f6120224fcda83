package dev.jink.perception.ros;

/**
 * One parameter as the node declares it.
 *
 * @param value its default: a String, Boolean, Long or Double, which is also its type
 * @param least and {@code most}, the range of a number; null for all else
 * @param description with the unit at its end
 * @param readOnly fixed after the start
 */
record ParameterDeclaration(
        String name,
        Object value,
        Number least,
        Number most,
        String description,
        boolean readOnly) {

    static ParameterDeclaration of(String name, Object value, String description) {
        return new ParameterDeclaration(name, value, null, null, description, true);
    }
}
