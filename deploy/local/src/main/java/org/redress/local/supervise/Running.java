package org.redress.local.supervise;

import java.time.Duration;

/** A part while it runs: a process of its own, or a server inside the launcher. */
interface Running {

    /** The process it runs in. */
    long pid();

    /** Tells whether it still runs. */
    boolean isAlive();

    /** Waits for its end and tells whether it came within the time. */
    boolean endsWithin(Duration time);

    /** Waits for what it must do itself before it can be of use; ends it when that fails. */
    void await();

    /** Asks it to end, and ends it by force after the time. */
    void stop(Duration patience);

    /** What it last wrote to its log, for messages. */
    String lastWords();
}
