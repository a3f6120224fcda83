/**
 * The promise of an answer inside the budget: a {@link dev.jink.perception.deadline.Deadline} for
 * each frame, a {@link dev.jink.perception.deadline.Guard} that brakes when the path is late, and
 * the count of what became of every frame.
 *
 * <p>Knows neither pictures nor commands nor ROS, so that its rules can be read and tested alone.
 * Path and guard meet in one compare-and-set per frame and share nothing else.
 */
package dev.jink.perception.deadline;
