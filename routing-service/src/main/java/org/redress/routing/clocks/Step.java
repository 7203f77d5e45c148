package org.redress.routing.clocks;

/** A step of a case's way that ends clocks. */
public enum Step {
    /** Someone decided to accept it 受理. */
    ACCEPT,
    /** Someone decided not to accept it 不予受理. */
    DECLINE,
    /** The petitioner was answered 答复. */
    ANSWER,
    /** The case ended 办结. */
    CLOSE
}
