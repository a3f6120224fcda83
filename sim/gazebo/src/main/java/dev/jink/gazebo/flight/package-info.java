/**
 * Gazebo as a simulator of the trial protocol: {@code jink fly --simulator gazebo}. Contacts come from
 * Gazebo's physics, pictures from its renderer; scene, course and pilot are those of every trial.
 */
package dev.jink.gazebo.flight;
