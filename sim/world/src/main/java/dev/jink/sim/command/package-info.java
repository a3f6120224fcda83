/**
 * How every subcommand of {@code jink} that simulates, trains or drives the node meets its user: one
 * line on bad usage, the exit status of the contract, figures in a JSON file. May enter: what is the
 * same for all of them. Knows no subcommand; the node has its own, for it flies without this room.
 */
package dev.jink.sim.command;
