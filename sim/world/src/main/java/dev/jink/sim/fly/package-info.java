/**
 * The command {@code fly}: sweeps of trials, their scores beside the baselines', the table, the
 * JSON and the page. May enter: how flights are chosen and shown. How they are flown and scored is
 * {@code dev.jink.sim.trial}'s.
 */
package dev.jink.sim.fly;
