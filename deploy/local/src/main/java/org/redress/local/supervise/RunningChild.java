package org.redress.local.supervise;

import java.time.Duration;
import org.redress.starters.ChildProcess;

/**
 * A part in a process of its own.
 *
 * @param process the process
 * @param settle waits until it does its work, and prepares what it needs for that
 */
record RunningChild(ChildProcess process, Runnable settle) implements Running {

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean endsWithin(Duration time) {
        return process.endsWithin(time);
    }

    @Override
    public void await() {
        settle.run();
    }

    @Override
    public void stop(Duration patience) {
        process.stop(patience);
    }

    @Override
    public String lastWords() {
        return "The last lines of " + process.log() + ":\n" + process.lastLines();
    }
}
