package org.redress.local.supervise;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A server inside the launcher's own process.
 *
 * @param alive tells whether it still runs
 * @param close ends it
 */
record RunningInside(BooleanSupplier alive, Runnable close) implements Running {

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public boolean isAlive() {
        return alive.getAsBoolean();
    }

    @Override
    public boolean endsWithin(Duration time) {
        if (isAlive()) {
            LockSupport.parkNanos(time.toNanos());
        }
        return !isAlive();
    }

    @Override
    public void await() {
        // A server inside this process is ready when its start returns.
    }

    @Override
    public void stop(Duration patience) {
        close.run();
    }

    @Override
    public String lastWords() {
        return "";
    }
}
