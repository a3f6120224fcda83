package dev.jink.gazebo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jink.gazebo.link.GazeboFolder;

import org.junit.jupiter.api.BeforeEach;

/** What tests in a real gzserver share: they run where {@code sim/gazebo/setup} has been run. */
public abstract class RealGazebo {
    protected static final GazeboFolder FOLDER = GazeboFolder.usual();

    @BeforeEach
    void sayLoudlyWhenThereIsNone() {
        String missing =
                getClass().getSimpleName()
                        + ": NOT RUN, there is no Gazebo in "
                        + FOLDER.root()
                        + ": run sim/gazebo/setup as root to have it tested";
        if (!FOLDER.ready()) {
            System.err.println(missing);
        }
        assumeTrue(FOLDER.ready(), missing);
    }
}
