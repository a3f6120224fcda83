package dev.jink.rcljava.graph;

import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsReader;

import org.ros2.rcljava.concurrent.Callback;
import org.ros2.rcljava.consumers.Consumer;
import org.ros2.rcljava.consumers.TriConsumer;
import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.interfaces.ServiceDefinition;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.History;
import org.ros2.rcljava.service.RMWRequestId;
import org.ros2.rcljava.service.Service;
import org.ros2.rcljava.subscription.Subscription;
import org.ros2.rcljava.timer.Timer;
import org.ros2.rcljava.timer.WallTimer;

import rmw_dds_common.msg.Gid;
import rmw_dds_common.msg.NodeEntitiesInfo;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A node: its endpoints and timers. Its parameters are {@link ParameterNode}'s. */
public final class EmbeddedNode extends ParameterNode {
    private static final int KEEP_ALL_DEPTH = 100;
    private static final int DEFAULT_DEPTH = 10;

    private final EmbeddedContext context;
    private final DdsParticipant participant;
    private final String name;
    private final String namespace;
    private final List<Remap> remaps;
    private final List<EmbeddedSubscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final List<EmbeddedPublisher<?>> publishers = new CopyOnWriteArrayList<>();
    private final List<EmbeddedService<?>> services = new CopyOnWriteArrayList<>();
    private final List<EmbeddedTimer> timers = new CopyOnWriteArrayList<>();
    private volatile Work[] work = {};
    private volatile Thread spinner;
    private volatile boolean disposed;
    private int turn;

    EmbeddedNode(
            EmbeddedContext context,
            DdsParticipant participant,
            String givenName,
            String givenNamespace,
            NodeOptions options,
            Arguments arguments) {
        super(
                fullName(givenName, givenNamespace, arguments),
                options.getAllowUndeclaredParameters(),
                arguments.overrides());
        this.context = context;
        this.participant = participant;
        this.name = name(givenName, arguments);
        this.namespace = namespace(givenName, givenNamespace, arguments);
        this.remaps = arguments.remaps();
    }

    private static String name(String given, Arguments arguments) {
        return Names.node(arguments.special(given, given, List.of("__node", "__name")));
    }

    private static String namespace(String name, String given, Arguments arguments) {
        return Names.namespace(arguments.special(name, given, List.of("__ns")));
    }

    private static String fullName(String name, String namespace, Arguments arguments) {
        return Names.join(namespace(name, namespace, arguments), name(name, arguments));
    }

    @Override
    public <T extends MessageDefinition> Subscription<T> createSubscription(
            final Class<T> messageType,
            final String topic,
            final Consumer<T> callback,
            final QoSProfile qos) {
        String resolved = Names.resolve(topic, namespace, name, remaps);
        WireType type = WireType.of(messageType);
        EmbeddedSubscription<T> subscription =
                new EmbeddedSubscription<>(this, messageType, resolved, depth(qos), callback);
        subscription.attach(
                participant.reader(
                        wireName(resolved, qos),
                        type.name(),
                        type.maxBytes(),
                        qos,
                        type.userData(),
                        new DdsReader.Events(subscription, subscription.getTransportStats())));
        subscriptions.add(subscription);
        changed();
        return subscription;
    }

    @Override
    public <T extends MessageDefinition> Subscription<T> createSubscription(
            final Class<T> messageType, final String topic, final Consumer<T> callback) {
        return createSubscription(messageType, topic, callback, QoSProfile.defaultProfile());
    }

    @Override
    public <T extends MessageDefinition> Publisher<T> createPublisher(
            final Class<T> messageType, final String topic, final QoSProfile qos) {
        String resolved = Names.resolve(topic, namespace, name, remaps);
        WireType type = WireType.of(messageType);
        EmbeddedPublisher<T> publisher =
                new EmbeddedPublisher<>(
                        this,
                        resolved,
                        participant.writer(
                                wireName(resolved, qos),
                                type.name(),
                                type.maxBytes(),
                                qos,
                                type.userData()));
        publishers.add(publisher);
        changed();
        return publisher;
    }

    @Override
    public <T extends MessageDefinition> Publisher<T> createPublisher(
            final Class<T> messageType, final String topic) {
        return createPublisher(messageType, topic, QoSProfile.defaultProfile());
    }

    @Override
    public <T extends ServiceDefinition> Service<T> createService(
            final Class<T> serviceType,
            final String serviceName,
            final TriConsumer<
                            RMWRequestId, ? extends MessageDefinition, ? extends MessageDefinition>
                    callback,
            final QoSProfile qos) {
        String resolved = Names.resolve(serviceName, namespace, name, remaps);
        EmbeddedService<T> service = new EmbeddedService<>(this, resolved, serviceType, callback);
        service.attach(participant, qos);
        services.add(service);
        changed();
        return service;
    }

    @Override
    public <T extends ServiceDefinition> Service<T> createService(
            final Class<T> serviceType,
            final String serviceName,
            final TriConsumer<
                            RMWRequestId, ? extends MessageDefinition, ? extends MessageDefinition>
                    callback) {
        return createService(serviceType, serviceName, callback, QoSProfile.servicesDefault());
    }

    @Override
    public Collection<Service<?>> getServices() {
        return List.copyOf(services);
    }

    @Override
    public boolean removeService(final Service<?> service) {
        boolean present = services.contains(service);
        service.dispose();
        return present;
    }

    @Override
    public WallTimer createWallTimer(
            final long period, final TimeUnit unit, final Callback callback) {
        EmbeddedTimer timer = new EmbeddedTimer(this, unit.toNanos(period), callback);
        timers.add(timer);
        changed();
        return timer;
    }

    @Override
    public boolean removeSubscription(final Subscription<?> subscription) {
        boolean present = subscriptions.contains(subscription);
        subscription.dispose();
        return present;
    }

    @Override
    public boolean removePublisher(final Publisher<?> publisher) {
        boolean present = publishers.contains(publisher);
        publisher.dispose();
        return present;
    }

    @Override
    public Collection<Subscription<?>> getSubscriptions() {
        return List.copyOf(subscriptions);
    }

    @Override
    public Collection<Publisher<?>> getPublishers() {
        return List.copyOf(publishers);
    }

    @Override
    public Collection<Timer> getTimers() {
        return List.copyOf(timers);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public void dispose() {
        disposed = true;
        timers.forEach(EmbeddedTimer::dispose);
        subscriptions.forEach(EmbeddedSubscription::dispose);
        publishers.forEach(EmbeddedPublisher::dispose);
        services.forEach(EmbeddedService::dispose);
        context.forget(this);
    }

    @Override
    public long getHandle() {
        return disposed ? 0 : System.identityHashCode(this);
    }

    /** What a topic is called in the graph, after expansion and remapping. */
    public String fullName(String topic) {
        return Names.resolve(topic, namespace, name, remaps);
    }

    /** Whether callbacks may still come. */
    public boolean isAlive() {
        return context.isValid() && !disposed;
    }

    /** The calling thread will run the callbacks: wake it when there is work. */
    public void spunBy(Thread thread) {
        spinner = thread;
    }

    /** Does one thing, each kind of work in its turn; whether there was one. */
    public boolean runOne() {
        Work[] present = work;
        for (int i = 0; i < present.length; i++) {
            int index = (turn + i) % present.length;
            if (present[index].runOne()) {
                turn = index + 1;
                return true;
            }
        }
        return false;
    }

    /** Number of timers and subscriptions that have something to do. */
    public int ready() {
        int ready = 0;
        for (Work one : work) {
            ready += one.isReady() ? 1 : 0;
        }
        return ready;
    }

    /** Nanoseconds until the next timer is due, the greatest long without one. */
    public long nanosUntilTimer() {
        long nanos = Long.MAX_VALUE;
        for (Work one : work) {
            nanos = Math.min(nanos, one.nanosUntilReady());
        }
        return nanos;
    }

    void wake() {
        LockSupport.unpark(spinner);
    }

    void forget(Object part) {
        if (subscriptions.remove(part)
                | publishers.remove(part)
                | services.remove(part)
                | timers.remove(part)) {
            changed();
        }
    }

    NodeEntitiesInfo entities() {
        return new NodeEntitiesInfo()
                .setNodeNamespace(namespace)
                .setNodeName(name)
                .setReaderGidSeq(
                        Stream.concat(
                                        subscriptions.stream().map(EmbeddedSubscription::reader),
                                        services.stream().map(EmbeddedService::reader))
                                .filter(Objects::nonNull)
                                .map(reader -> new Gid().setData(reader.guid()))
                                .toList())
                .setWriterGidSeq(
                        Stream.concat(
                                        publishers.stream()
                                                .filter(publisher -> publisher.getHandle() != 0)
                                                .map(EmbeddedPublisher::writer),
                                        services.stream().map(EmbeddedService::writer))
                                .filter(Objects::nonNull)
                                .map(writer -> new Gid().setData(writer.guid()))
                                .toList());
    }

    private synchronized void changed() {
        work =
                Stream.of(timers, subscriptions, services)
                        .flatMap(List::stream)
                        .toArray(Work[]::new);
        wake();
        context.announce();
    }

    private static int depth(QoSProfile qos) {
        if (qos.getHistory() == History.KEEP_ALL) {
            return KEEP_ALL_DEPTH;
        }
        return qos.getDepth() == QoSProfile.DEPTH_SYSTEM_DEFAULT ? DEFAULT_DEPTH : qos.getDepth();
    }

    private static String wireName(String topic, QoSProfile qos) {
        return qos.getAvoidROSNamespaceConventions() ? topic.substring(1) : "rt" + topic;
    }
}
