package org.redress.tools.verifying;

/**
 * Who consumes whose history, by which stream.
 *
 * @param producer holder of the history
 * @param stream the stream it goes by
 * @param consumer holder of the position
 */
record Consumption(Holder producer, Stream stream, Holder consumer) {}
