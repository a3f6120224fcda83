/**
 * The DDS library: joining a domain, sending and receiving payloads. The only package that sees
 * {@code us.ihmc}; payloads leave it as memory segments.
 *
 * <p>Enter through {@link dev.jink.rcljava.dds.DdsParticipant}. Readers call back on the library's
 * threads.
 */
package dev.jink.rcljava.dds;
