package org.ros2.rcljava.node;

import org.ros2.rcljava.concurrent.Callback;
import org.ros2.rcljava.consumers.Consumer;
import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.interfaces.Disposable;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.interfaces.ServiceDefinition;
import org.ros2.rcljava.parameters.ParameterCallback;
import org.ros2.rcljava.parameters.ParameterType;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.service.RMWRequestId;
import org.ros2.rcljava.service.Service;
import org.ros2.rcljava.subscription.Subscription;
import org.ros2.rcljava.timer.Timer;
import org.ros2.rcljava.timer.WallTimer;

import rcl_interfaces.msg.ListParametersResult;
import rcl_interfaces.msg.ParameterDescriptor;
import rcl_interfaces.msg.SetParametersResult;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A node of the ROS graph: named, with endpoints, timers and parameters. Endpoints and timers may
 * be made by any thread; callbacks run on the thread that spins the node.
 *
 * <p>Topic names may be relative, absolute, or private ({@code ~/state}); they are expanded, then
 * remapped. Clients of services are not offered by this transport.
 */
public interface Node extends Disposable {
    /** The subscriptions made and not yet removed. */
    Collection<Subscription<?>> getSubscriptions();

    /** The publishers made and not yet removed. */
    Collection<Publisher<?>> getPublishers();

    /** The timers made and not yet disposed. */
    Collection<Timer> getTimers();

    /** Receives from a topic. The callback's message is reused after the callback returns. */
    <T extends MessageDefinition> Subscription<T> createSubscription(
            final Class<T> messageType,
            final String topic,
            final Consumer<T> callback,
            final QoSProfile qosProfile);

    /** Receives from a topic with the default profile. */
    <T extends MessageDefinition> Subscription<T> createSubscription(
            final Class<T> messageType, final String topic, final Consumer<T> callback);

    /** Sends to a topic. */
    <T extends MessageDefinition> Publisher<T> createPublisher(
            final Class<T> messageType, final String topic, final QoSProfile qosProfile);

    /** Sends to a topic with the default profile. */
    <T extends MessageDefinition> Publisher<T> createPublisher(
            final Class<T> messageType, final String topic);

    /** Answers requests; the callback fills in the answer. */
    <T extends ServiceDefinition> Service<T> createService(
            final Class<T> serviceType,
            final String serviceName,
            final TriConsumer<
                            RMWRequestId, ? extends MessageDefinition, ? extends MessageDefinition>
                    callback,
            final QoSProfile qosProfile);

    /** Answers requests with the profile that services have. */
    <T extends ServiceDefinition> Service<T> createService(
            final Class<T> serviceType,
            final String serviceName,
            final TriConsumer<
                            RMWRequestId, ? extends MessageDefinition, ? extends MessageDefinition>
                    callback);

    /** The services made and not yet removed, those of the parameters among them. */
    Collection<Service<?>> getServices();

    /** Disposes of it; whether it was there. */
    boolean removeService(final Service<?> service);

    /** Disposes of it; whether it was there. */
    boolean removeSubscription(final Subscription<?> subscription);

    /** Disposes of it; whether it was there. */
    boolean removePublisher(final Publisher<?> publisher);

    /** Calls back at a fixed period; the first call is one period from now. */
    WallTimer createWallTimer(final long period, final TimeUnit unit, final Callback callback);

    /** Name without namespace, after remapping. */
    String getName();

    /** Namespace with its leading slash, after remapping. */
    String getNamespace();

    /** Declares a parameter by its default; returns its value after overrides. */
    ParameterVariant declareParameter(ParameterVariant parameter);

    /**
     * Declares a parameter by its default and its description; returns its value after overrides.
     *
     * @throws org.ros2.rcljava.parameters.ParameterAlreadyDeclaredException it was declared before
     * @throws org.ros2.rcljava.parameters.InvalidParameterValueException wrong type or out of range
     */
    ParameterVariant declareParameter(ParameterVariant parameter, ParameterDescriptor descriptor);

    /** Declares several, the descriptors in the same order. */
    List<ParameterVariant> declareParameters(
            List<ParameterVariant> parameters, List<ParameterDescriptor> descriptors);

    /** Forgets a parameter. */
    void undeclareParameter(String name);

    /** Whether it is declared. */
    boolean hasParameter(String name);

    /** Several values, in the order of the names. */
    List<ParameterVariant> getParameters(List<String> names);

    /**
     * A value.
     *
     * @throws org.ros2.rcljava.parameters.ParameterNotDeclaredException naming the nearest one
     */
    ParameterVariant getParameter(String name);

    /** A value, or the alternate when it is not declared. */
    ParameterVariant getParameterOr(String name, ParameterVariant alternateValue);

    /** The values below a prefix, by the rest of their names. */
    Map<String, ParameterVariant> getParametersByPrefix(String prefix);

    /** Changes a value, if range, type and callbacks allow. */
    SetParametersResult setParameter(ParameterVariant parameter);

    /** Changes values one by one. */
    List<SetParametersResult> setParameters(List<ParameterVariant> parameters);

    /** Changes all of the values or none. */
    SetParametersResult setParametersAtomically(List<ParameterVariant> parameters);

    /** Asks {@code cb} before every change; the latest one added is asked first. */
    void addOnSetParametersCallback(ParameterCallback cb);

    /** No longer asks {@code cb}. */
    void removeOnSetParametersCallback(ParameterCallback cb);

    /** The description of a parameter. */
    ParameterDescriptor describeParameter(String name);

    /** The descriptions of several. */
    List<ParameterDescriptor> describeParameters(List<String> names);

    /** The types of several, not set for those unknown. */
    List<ParameterType> getParameterTypes(List<String> names);

    /** The names below prefixes, at most {@code depth} levels deep, 0 for any. */
    ListParametersResult listParameters(List<String> prefixes, long depth);
}
