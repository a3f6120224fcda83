/**
 * What makes a frame, a camera or a link untrustworthy, the words for it, and what is flown then.
 *
 * <p>Whatever can't be trusted is unknown, and unknown is never free: {@link
 * dev.jink.perception.health.Caution} fades the last good command to a stop, {@link
 * dev.jink.perception.health.SilenceWatch} brakes when frames stay away. Judging belongs here;
 * checking a message's form is the {@code frame} room's, being late the {@code deadline} room's.
 */
package dev.jink.perception.health;
