/**
 * {@code jink profile}: the node's latency as its users will meet it. A camera of a fixed schedule drives the real node over
 * DDS; what came back and what the node counted become a table, a JSON file, HdrHistogram logs and a page.
 */
package dev.jink.launch.profile;
