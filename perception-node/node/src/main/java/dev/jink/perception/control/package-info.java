/**
 * The way out: one class per kind of controller behind {@link
 * dev.jink.perception.control.ControllerLink}, and the one place where frames of reference are
 * converted.
 *
 * <p>Commands come in as {@link dev.jink.perception.avoid.Command}; a link turns them into what its
 * controller understands and hands the numbers to a port, which the {@code ros} room implements.
 * What the planner saw goes the way of {@link dev.jink.perception.control.SurroundingsLink}, and
 * {@link dev.jink.perception.control.KeepAlive} says, for a controller that must be told, that
 * somebody flies.
 */
package dev.jink.perception.control;
