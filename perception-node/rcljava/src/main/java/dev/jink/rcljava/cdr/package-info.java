/**
 * The wire form of messages: plain CDR, read and written in one class each, bounds checked.
 *
 * <p>Message classes enter to say which fields they have. Nothing here knows of DDS or of nodes.
 */
package dev.jink.rcljava.cdr;
