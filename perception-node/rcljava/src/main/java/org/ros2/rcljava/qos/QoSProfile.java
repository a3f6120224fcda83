package org.ros2.rcljava.qos;

import org.ros2.rcljava.qos.policies.Durability;
import org.ros2.rcljava.qos.policies.History;
import org.ros2.rcljava.qos.policies.Reliability;

import java.time.Duration;

/**
 * What an endpoint promises or asks for. Setters change this profile and return it, so start from a
 * fresh one: {@code QoSProfile.sensorData().setDepth(1)}. A duration of zero means none is set.
 */
public class QoSProfile {
    /** A depth that is left to the middleware: 10 here. */
    public static final int DEPTH_SYSTEM_DEFAULT = 0;

    private History history;
    private int depth;
    private Reliability reliability;
    private Durability durability;
    private Duration deadline = Duration.ZERO;
    private Duration lifespan = Duration.ZERO;
    private boolean avoidRosNamespaceConventions;

    /** A profile with neither deadline nor lifespan. */
    public QoSProfile(
            History history,
            int depth,
            Reliability reliability,
            Durability durability,
            boolean avoidROSNamespaceConventions) {
        this.history = history;
        setDepth(depth);
        this.reliability = reliability;
        this.durability = durability;
        this.avoidRosNamespaceConventions = avoidROSNamespaceConventions;
    }

    /** Keep last 10, reliable, volatile. */
    public static final QoSProfile defaultProfile() {
        return of(History.KEEP_LAST, 10, Reliability.RELIABLE);
    }

    /** The default profile with another depth. */
    public static QoSProfile keepLast(int depth) {
        return defaultProfile().setDepth(depth);
    }

    /** The default profile, keeping all. */
    public static QoSProfile keepAll() {
        return defaultProfile().setHistory(History.KEEP_ALL);
    }

    /** Requests and answers of services: keep last 10, reliable, volatile. */
    public static final QoSProfile servicesDefault() {
        return keepLast(10);
    }

    /** Keep last 5, best effort, volatile. */
    public static final QoSProfile sensorData() {
        return of(History.KEEP_LAST, 5, Reliability.BEST_EFFORT);
    }

    /** The middleware's own choice. */
    public static final QoSProfile systemDefault() {
        return new QoSProfile(
                History.SYSTEM_DEFAULT,
                DEPTH_SYSTEM_DEFAULT,
                Reliability.SYSTEM_DEFAULT,
                Durability.SYSTEM_DEFAULT,
                false);
    }

    private static QoSProfile of(History history, int depth, Reliability reliability) {
        return new QoSProfile(history, depth, reliability, Durability.VOLATILE, false);
    }

    /** How many samples are kept. */
    public final History getHistory() {
        return history;
    }

    /** Sets the history. */
    public final QoSProfile setHistory(final History history) {
        this.history = history;
        return this;
    }

    /** Samples kept under KEEP_LAST. */
    public final int getDepth() {
        return depth;
    }

    /** Sets the depth, 0 for the middleware's. */
    public final QoSProfile setDepth(final int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException(
                    "QoS depth: got %d, wanted 0 (the middleware's) or more".formatted(depth));
        }
        this.depth = depth;
        return this;
    }

    /** Whether lost samples are sent again. */
    public final Reliability getReliability() {
        return reliability;
    }

    /** Sets the reliability. */
    public final QoSProfile setReliability(final Reliability reliability) {
        this.reliability = reliability;
        return this;
    }

    /** Whether late readers get earlier samples. */
    public final Durability getDurability() {
        return durability;
    }

    /** Sets the durability. */
    public final QoSProfile setDurability(final Durability durability) {
        this.durability = durability;
        return this;
    }

    /** Longest time between samples that is offered or asked for. */
    public final Duration getDeadline() {
        return deadline;
    }

    /** Sets the deadline, zero for none. It takes part in matching; misses are not reported. */
    public final QoSProfile setDeadline(final Duration deadline) {
        this.deadline = deadline;
        return this;
    }

    /** How long a sample is worth delivering. */
    public final Duration getLifespan() {
        return lifespan;
    }

    /** Sets the lifespan, zero for ever. */
    public final QoSProfile setLifespan(final Duration lifespan) {
        this.lifespan = lifespan;
        return this;
    }

    /** Whether the topic keeps its name on the wire, without the {@code rt} prefix. */
    public final boolean getAvoidROSNamespaceConventions() {
        return avoidRosNamespaceConventions;
    }

    /** Sets whether the topic keeps its name on the wire. */
    public final QoSProfile setAvoidROSNamespaceConventions(final boolean avoidROSConventions) {
        this.avoidRosNamespaceConventions = avoidROSConventions;
        return this;
    }
}
