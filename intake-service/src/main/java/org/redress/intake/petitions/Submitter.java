package org.redress.intake.petitions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hands a petition in: an adapter that vouches for its channel, an officer at the desk, or anybody by the public form.
 *
 * @param clientId client id of the adapter; absent for all others
 * @param officer id of the officer who records what came to the desk; absent for all others
 * @param mentioned ids of officers whom, as the officer at the desk says, the words only mention
 */
public record Submitter(@Nullable String clientId, @Nullable String officer, List<String> mentioned) {

    /** Anybody. */
    public static final Submitter PUBLIC = new Submitter(null, null, List.of());

    /** Keeps its own copy. */
    public Submitter {
        mentioned = List.copyOf(mentioned);
    }

    /** The adapter with this client id. */
    public static Submitter adapter(String clientId) {
        return new Submitter(clientId, null, List.of());
    }

    /** The officer with this id, at the desk. */
    public static Submitter atTheDesk(String officer) {
        return new Submitter(null, officer, List.of());
    }

    /** The same, saying of some officers that the words only mention them. */
    public Submitter saying(List<String> onlyMentioned) {
        return new Submitter(clientId, officer, onlyMentioned);
    }

    /** Whether it is an adapter. */
    public boolean isAdapter() {
        return clientId != null;
    }

    /** Whether it is an officer at the desk. */
    public boolean isAtTheDesk() {
        return officer != null;
    }

    /** Whether what it says of channel, dates and outside bodies is taken as known rather than as claimed. */
    public boolean isTrusted() {
        return isAdapter() || isAtTheDesk();
    }

    /** The scope in which its idempotency keys are unique. */
    public String scope() {
        return officer != null ? "officer " + officer : clientId != null ? "client " + clientId : "public";
    }
}
