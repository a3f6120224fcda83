/**
 * Where the time and the heap bytes of a frame go. Writers are the path's and the guard's threads
 * and neither wait nor allocate; readers are the diagnostics and the closing figures.
 */
package dev.jink.perception.latency;
