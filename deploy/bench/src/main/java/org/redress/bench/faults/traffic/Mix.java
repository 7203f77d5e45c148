package org.redress.bench.faults.traffic;

/**
 * What the traffic is made of; shares in percent of the petitions.
 *
 * @param repeats requests that are sent again though they were answered
 * @param supplements petitions that are added to
 * @param withdrawals petitions that are withdrawn
 * @param everyMail one petitioner in so many leaves an e-mail address
 */
public record Mix(int repeats, int supplements, int withdrawals, int everyMail) {

    /** As in the long form: some of everything. */
    public static final Mix USUAL = new Mix(5, 10, 2, 20);

    /** Fewer petitions, so more of them are told by mail. */
    public static final Mix SHORT = new Mix(10, 20, 5, 4);
}
