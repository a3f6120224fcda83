package dev.jink.rcljava.graph;

import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.interfaces.ServiceDefinition;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterNotDeclaredException;
import org.ros2.rcljava.parameters.ParameterType;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.service.RMWRequestId;

import rcl_interfaces.msg.Parameter;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.ParameterValue;
import rcl_interfaces.msg.SetParametersResult;
import rcl_interfaces.srv.DescribeParameters;
import rcl_interfaces.srv.DescribeParameters_Request;
import rcl_interfaces.srv.DescribeParameters_Response;
import rcl_interfaces.srv.GetParameterTypes;
import rcl_interfaces.srv.GetParameterTypes_Request;
import rcl_interfaces.srv.GetParameterTypes_Response;
import rcl_interfaces.srv.GetParameters;
import rcl_interfaces.srv.GetParameters_Request;
import rcl_interfaces.srv.GetParameters_Response;
import rcl_interfaces.srv.ListParameters;
import rcl_interfaces.srv.ListParameters_Request;
import rcl_interfaces.srv.ListParameters_Response;
import rcl_interfaces.srv.SetParameters;
import rcl_interfaces.srv.SetParametersAtomically;
import rcl_interfaces.srv.SetParametersAtomically_Request;
import rcl_interfaces.srv.SetParametersAtomically_Response;
import rcl_interfaces.srv.SetParameters_Request;
import rcl_interfaces.srv.SetParameters_Response;

import java.util.List;

/**
 * The six services by which {@code ros2 param} and every other client reads and sets a node's
 * parameters. What is refused is refused in the answer, with the reason in one line.
 */
final class ParameterServices {
    private final Node node;

    private ParameterServices(Node node) {
        this.node = node;
    }

    /** Offers them. */
    static void start(Node node) {
        ParameterServices of = new ParameterServices(node);
        of.<DescribeParameters_Request, DescribeParameters_Response>offer(
                DescribeParameters.class,
                "describe_parameters",
                (_, request, response) -> response.setDescriptors(of.describe(request.getNames())));
        of.<GetParameters_Request, GetParameters_Response>offer(
                GetParameters.class,
                "get_parameters",
                (_, request, response) -> response.setValues(of.values(request.getNames())));
        of.<GetParameterTypes_Request, GetParameterTypes_Response>offer(
                GetParameterTypes.class,
                "get_parameter_types",
                (_, request, response) ->
                        response.setTypes(
                                node.getParameterTypes(request.getNames()).stream()
                                        .map(ParameterType::getValue)
                                        .toList()));
        of.<ListParameters_Request, ListParameters_Response>offer(
                ListParameters.class,
                "list_parameters",
                (_, request, response) ->
                        response.setResult(
                                node.listParameters(request.getPrefixes(), request.getDepth())));
        of.<SetParameters_Request, SetParameters_Response>offer(
                SetParameters.class,
                "set_parameters",
                (_, request, response) ->
                        response.setResults(
                                request.getParameters().stream()
                                        .map(one -> of.set(List.of(one)))
                                        .toList()));
        of.<SetParametersAtomically_Request, SetParametersAtomically_Response>offer(
                SetParametersAtomically.class,
                "set_parameters_atomically",
                (_, request, response) -> response.setResult(of.set(request.getParameters())));
    }

    private <Q extends MessageDefinition, R extends MessageDefinition> void offer(
            Class<? extends ServiceDefinition> service,
            String name,
            TriConsumer<RMWRequestId, Q, R> callback) {
        node.createService(service, "~/" + name, callback);
    }

    /** None of those asked for is left out: with one unknown there is no answer but an empty one. */
    private List<ParameterDescriptor> describe(List<String> names) {
        return names.stream().allMatch(node::hasParameter)
                ? node.describeParameters(names)
                : List.of();
    }

    private List<ParameterValue> values(List<String> names) {
        return names.stream()
                .map(name -> node.getParameterOr(name, new ParameterVariant(name)))
                .map(ParameterVariant::getParameterValue)
                .toList();
    }

    private SetParametersResult set(List<Parameter> wanted) {
        try {
            return node.setParametersAtomically(
                    wanted.stream().map(ParameterVariant::fromParameter).toList());
        } catch (ParameterNotDeclaredException | IllegalArgumentException e) {
            return new SetParametersResult().setSuccessful(false).setReason(e.getMessage());
        }
    }
}
