package dev.jink.rcljava;

import dev.jink.rcljava.dds.DdsSettings;

/**
 * A domain of its own for this test process, so that tests running beside each other do not meet.
 * Domains up to 101 keep clear of the ports the kernel hands out.
 */
public final class TestDomain {
    /** The domain. */
    public static final int ID = 1 + (int) (ProcessHandle.current().pid() % 100);

    private TestDomain() {}

    /** Makes it the domain of contexts initialized from now on, and says so. */
    public static int use() {
        System.setProperty(DdsSettings.DOMAIN, Integer.toString(ID));
        System.out.println("ROS domain of this test: " + ID);
        return ID;
    }
}
