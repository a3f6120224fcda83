/**
 * From ranges and a wish to a command: the policy that keeps the drone off things.
 *
 * <p>{@link dev.jink.perception.avoid.Planner} takes the {@link
 * dev.jink.perception.sight.ObstacleGrid} of one picture, the wanted velocity and the drone's own
 * {@link dev.jink.perception.avoid.Motion}, and writes a {@link
 * dev.jink.perception.avoid.Command}: the wanted velocity, bent around what is near, no faster than
 * {@link dev.jink.perception.avoid.Braking} allows. What isn't known counts as blocked.
 *
 * <p>The room knows no pixels, no ROS and no clock: time comes in as an argument, so the same calls
 * give the same commands. Nothing allocates after construction. Velocities are in the <i>level body
 * frame</i>: x forward, y left, z up, turned with the drone's yaw but not with its roll and pitch.
 */
package dev.jink.perception.avoid;
