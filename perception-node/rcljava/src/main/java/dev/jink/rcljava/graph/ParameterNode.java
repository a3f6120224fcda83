package dev.jink.rcljava.graph;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterCallback;
import org.ros2.rcljava.parameters.ParameterType;
import org.ros2.rcljava.parameters.ParameterVariant;

import rcl_interfaces.msg.ListParametersResult;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.SetParametersResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameter half of a node. */
abstract sealed class ParameterNode implements Node permits EmbeddedNode {
    private final ParameterStore parameters;

    ParameterNode(String fullName, boolean allowUndeclared, List<ParameterOverride> overrides) {
        parameters = new ParameterStore(fullName, allowUndeclared, overrides);
    }

    /** One line for each value given from outside to a parameter that is not declared. */
    public final List<String> unusedOverrides() {
        return parameters.unusedOverrides();
    }

    /** Offers the parameters to the network. */
    final void offerParameters() {
        ParameterServices.start(this);
        parameters.tell(new ParameterEvents(this));
    }

    @Override
    public ParameterVariant declareParameter(ParameterVariant parameter) {
        return declareParameter(parameter, new ParameterDescriptor());
    }

    @Override
    public ParameterVariant declareParameter(
            ParameterVariant parameter, ParameterDescriptor descriptor) {
        return parameters.declare(parameter, descriptor);
    }

    @Override
    public List<ParameterVariant> declareParameters(
            List<ParameterVariant> several, List<ParameterDescriptor> descriptors) {
        if (several.size() != descriptors.size()) {
            throw new IllegalArgumentException(
                    "declareParameters: got %d parameters and %d descriptors, wanted as many"
                            .formatted(several.size(), descriptors.size()));
        }
        List<ParameterVariant> values = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            values.add(declareParameter(several.get(i), descriptors.get(i)));
        }
        return values;
    }

    @Override
    public void undeclareParameter(String name) {
        parameters.undeclare(name);
    }

    @Override
    public boolean hasParameter(String name) {
        return parameters.has(name);
    }

    @Override
    public List<ParameterVariant> getParameters(List<String> names) {
        return names.stream().map(parameters::get).toList();
    }

    @Override
    public ParameterVariant getParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public ParameterVariant getParameterOr(String name, ParameterVariant alternateValue) {
        return parameters.has(name) ? parameters.get(name) : alternateValue;
    }

    @Override
    public Map<String, ParameterVariant> getParametersByPrefix(String prefix) {
        String start = prefix.isEmpty() ? "" : prefix + ".";
        return parameters.names().stream()
                .filter(name -> name.startsWith(start))
                .collect(
                        Collectors.toMap(
                                name -> name.substring(start.length()),
                                parameters::get,
                                (a, b) -> a,
                                TreeMap::new));
    }

    @Override
    public SetParametersResult setParameter(ParameterVariant parameter) {
        return parameters.set(List.of(parameter));
    }

    @Override
    public List<SetParametersResult> setParameters(List<ParameterVariant> several) {
        return several.stream().map(this::setParameter).toList();
    }

    @Override
    public SetParametersResult setParametersAtomically(List<ParameterVariant> several) {
        return parameters.set(several);
    }

    @Override
    public void addOnSetParametersCallback(ParameterCallback cb) {
        parameters.add(cb);
    }

    @Override
    public void removeOnSetParametersCallback(ParameterCallback cb) {
        parameters.remove(cb);
    }

    @Override
    public ParameterDescriptor describeParameter(String name) {
        return parameters.describe(name);
    }

    @Override
    public List<ParameterDescriptor> describeParameters(List<String> names) {
        return names.stream().map(parameters::describe).toList();
    }

    @Override
    public List<ParameterType> getParameterTypes(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                parameters.has(name)
                                        ? parameters.get(name).getType()
                                        : ParameterType.PARAMETER_NOT_SET)
                .toList();
    }

    @Override
    public ListParametersResult listParameters(List<String> prefixes, long depth) {
        List<String> names =
                parameters.names().stream()
                        .filter(name -> prefixes.isEmpty() || below(name, prefixes))
                        .filter(name -> depth == 0 || name.split("\\.").length <= depth)
                        .toList();
        return new ListParametersResult().setNames(names).setPrefixes(List.copyOf(prefixes));
    }

    private static boolean below(String name, List<String> prefixes) {
        return prefixes.stream()
                .anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
    }
}
