/**
 * Recorded flights: rosbag2 folders and files, read and written as bytes.
 *
 * <pre>
 *   BagMetadata   metadata.yaml: which files, how stored, how compressed
 *   BagFile       one file: SqliteFile (.db3) or McapFile (.mcap)
 *   Bag           all files of a recording, one message after the other
 *   BagWriter     a recording that ROS 2 opens
 * </pre>
 *
 * <p>May enter: whoever replays or records. Messages are payloads here, CDR with its encapsulation header; what they mean
 * is known in {@code ros}. All refusals are {@link dev.jink.sim.command.UsageException}s of one line.
 */
package dev.jink.launch.bag;
