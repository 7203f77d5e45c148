package org.redress.platform.consuming;

/** A record as the rules see it: whose it is, and its place there. */
interface Arrived {

    /** Whose stream it belongs to. */
    Source source();

    /** Epoch of the stream. */
    int epoch();

    /** Place in the epoch. */
    long sequence();

    /** Id of the event. */
    String eventId();
}
