package org.redress.intake.petitions;

import org.jspecify.annotations.Nullable;

/**
 * Who hands a petition in: an adapter that vouches for its channel, or anybody by the public form.
 *
 * @param clientId client id of the adapter; absent for the public form
 */
public record Submitter(@Nullable String clientId) {

    /** Anybody. */
    public static final Submitter PUBLIC = new Submitter(null);

    /** The adapter with this client id. */
    public static Submitter adapter(String clientId) {
        return new Submitter(clientId);
    }

    /** Whether what it says of channel, dates and head-count is taken as known rather than as claimed. */
    public boolean isAdapter() {
        return clientId != null;
    }

    /** The scope in which its idempotency keys are unique. */
    public String scope() {
        return clientId == null ? "public" : "client " + clientId;
    }
}
