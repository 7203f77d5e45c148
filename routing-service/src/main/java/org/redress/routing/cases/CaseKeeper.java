package org.redress.routing.cases;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.redress.routing.organisation.Editions;

/** Brings the open cases in line with the organisation: soon after each start and each new version, and then again. */
final class CaseKeeper {

    private final Editions editions;
    private final GuardKeeper guards;
    private final Resettlement resettlement;
    private final Lock turn = new ReentrantLock();

    private volatile int kept;

    CaseKeeper(Editions editions, GuardKeeper guards, Resettlement resettlement) {
        this.editions = editions;
        this.guards = guards;
        this.resettlement = resettlement;
    }

    /** Number of the version they were last brought in line with, all of them; 0 while some are not. */
    int kept() {
        return kept;
    }

    /** Looks whether another version took effect, or something was left over. */
    void follow() {
        if (editions.active().number() != kept) {
            keep();
        }
    }

    /** Goes through them once. */
    void keep() {
        if (turn.tryLock()) {
            try {
                int number = editions.active().number();
                // What is gone is followed first: the guard knows only who may not have a case.
                boolean settled = resettlement.resettleAll();
                kept = guards.keepAll() && settled ? number : 0;
            } finally {
                turn.unlock();
            }
        }
    }
}
