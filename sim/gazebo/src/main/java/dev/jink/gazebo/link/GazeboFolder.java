package dev.jink.gazebo.link;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where {@code sim/gazebo/setup} has put Gazebo Classic: the root of a Debian 11 that is entered with
 * chroot.
 */
public record GazeboFolder(Path root) {
    private static final String PLUGIN = "jink/libLockStepPlugin.so";

    /** The folder in use: {@code JINK_GAZEBO}, or {@code ~/.cache/jink/gazebo}. */
    public static GazeboFolder usual() {
        String named = System.getenv("JINK_GAZEBO");
        return new GazeboFolder(
                named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "jink", "gazebo")
                        : Path.of(named));
    }

    /** Whether gzserver and the plugin are there. */
    public boolean ready() {
        return Files.isExecutable(root.resolve("usr/bin/gzserver"))
                && Files.isRegularFile(root.resolve(PLUGIN));
    }

    /**
     * @throws IllegalStateException in one line, when something is missing
     */
    public GazeboFolder required() {
        if (!ready()) {
            throw new IllegalStateException(
                    "gazebo: got no Gazebo with Jink's plugin in "
                            + root
                            + ", wanted one: run sim/gazebo/setup as root (about 4 minutes, 2 GB),"
                            + " or name its folder with JINK_GAZEBO");
        }
        return this;
    }

    /** The folder of all worlds being flown, as seen from outside. */
    Path worlds() {
        return root.resolve("jink/worlds");
    }
}
