package dev.jink.perception;

/** A thread named after its role, which can be raised above all others once the node is warm. */
final class RoleThread {
    private final Thread thread;
    private volatile int kernelId;

    RoleThread(String role, Runnable work) {
        thread =
                Thread.ofPlatform()
                        .name(role)
                        .daemon()
                        .priority(Thread.MAX_PRIORITY)
                        .unstarted(
                                () -> {
                                    kernelId = RealTime.threadId();
                                    Residence.sleepExactly();
                                    work.run();
                                });
    }

    void start() {
        thread.start();
    }

    /** Returns in words what priority it got. */
    String raise(int priority) {
        return RealTime.raise(kernelId, priority);
    }

    /** Returns in words where it runs from now on. */
    String settle() {
        return Residence.settle(kernelId);
    }

    /** Waits for its end, but not for ever; an interrupt ends the waiting and stays set. */
    void join(long millis) {
        try {
            if (thread.isAlive()) {
                thread.join(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
