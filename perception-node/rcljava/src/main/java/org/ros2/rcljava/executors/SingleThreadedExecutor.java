package org.ros2.rcljava.executors;

import dev.jink.rcljava.graph.EmbeddedNode;

import org.ros2.rcljava.node.ComposableNode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs callbacks one after another. While there is nothing to do the thread is parked: an arriving
 * message unparks it, a timer's due time bounds the wait. A node may be in one executor at a time.
 */
public class SingleThreadedExecutor implements Executor {
    // Bounds the wait should a node be added or its context end unnoticed; latency does not hang on
    // it.
    private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<EmbeddedNode> nodes = new CopyOnWriteArrayList<>();

    @Override
    public void addNode(ComposableNode node) {
        EmbeddedNode embedded = (EmbeddedNode) node.getNode();
        if (!nodes.contains(embedded)) {
            nodes.add(embedded);
        }
    }

    @Override
    public void removeNode(ComposableNode node) {
        nodes.remove((EmbeddedNode) node.getNode());
    }

    @Override
    public void spinOnce() {
        spinOnce(-1);
    }

    @Override
    public void spinOnce(long timeout) {
        long start = System.nanoTime();
        Thread thread = Thread.currentThread();
        while (isAlive()) {
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).spunBy(thread);
            }
            if (runOne()) {
                return;
            }
            long left = timeout < 0 ? LONGEST_PARK_NANOS : timeout - (System.nanoTime() - start);
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, Math.min(left, nanosUntilTimer()));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    @Override
    public void spinSome() {
        spinSome(0);
    }

    @Override
    public void spinSome(long maxDurationNs) {
        int ready = 0;
        for (int i = 0; i < nodes.size(); i++) {
            ready += nodes.get(i).ready();
        }
        run(ready, maxDurationNs);
    }

    @Override
    public void spinAll(long maxDurationNs) {
        run(Integer.MAX_VALUE, maxDurationNs);
    }

    @Override
    public void spin() {
        while (isAlive() && !Thread.currentThread().isInterrupted()) {
            spinOnce();
        }
    }

    private void run(int most, long maxDurationNs) {
        long start = System.nanoTime();
        for (int done = 0; done < most && isAlive(); done++) {
            if (!runOne()) {
                return;
            }
            if (maxDurationNs > 0 && System.nanoTime() - start >= maxDurationNs) {
                return;
            }
        }
    }

    private boolean runOne() {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).runOne()) {
                return true;
            }
        }
        return false;
    }

    private boolean isAlive() {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).isAlive()) {
                return true;
            }
        }
        return false;
    }

    private long nanosUntilTimer() {
        long nanos = LONGEST_PARK_NANOS;
        for (int i = 0; i < nodes.size(); i++) {
            nanos = Math.min(nanos, nodes.get(i).nanosUntilTimer());
        }
        return Math.max(nanos, 1);
    }
}
