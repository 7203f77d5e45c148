package org.redress.contracts;

/** A fact that happened to one aggregate; past tense, raw values only, never changed once published. */
public interface Event {

    /** Identity and place of the event. */
    Head head();
}
