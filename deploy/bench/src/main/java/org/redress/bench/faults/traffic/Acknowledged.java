package org.redress.bench.faults.traffic;

/** Something the platform said it has: from then on it may not be lost, doubled or torn. */
public sealed interface Acknowledged {

    /** The petition it belongs to. */
    String petitionId();

    /**
     * A petition with its receipt.
     *
     * @param petitionId its id
     * @param key the idempotency key, which is also the adapter's own number
     * @param receipt its receipt
     * @param accessCode the receipt's code
     */
    record Petition(String petitionId, String key, String receipt, String accessCode) implements Acknowledged {}

    /**
     * A petitioner's request about a petition.
     *
     * @param petitionId the petition
     * @param key the idempotency key
     * @param requestId the id it was given
     * @param kind supplement or withdraw
     */
    record Request(String petitionId, String key, String requestId, String kind) implements Acknowledged {}

    /**
     * An officer's command.
     *
     * @param petitionId the case
     * @param became what the case's history calls it, in capitals
     */
    record Command(String petitionId, String became) implements Acknowledged {}
}
