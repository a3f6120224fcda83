/**
 * The engine beside its yardsticks, for people: {@code jink bench}. Each section is a row of the
 * table; both sides of a ratio are timed in one run, in turn. May enter: the engine, ONNX Runtime, a
 * C compiler where there is one. Nothing else of the project knows this room.
 */
package dev.jink.benchmarks;
