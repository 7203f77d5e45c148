package org.redress.platform.organisation;

import org.redress.contracts.organisation.LedgerHeadPublished;

/** What a service does with the heads of the ledger, which are published among the versions of the organisation. */
@FunctionalInterface
public interface LedgerHeadListener {

    /** Keeps a head; may be told it again. */
    void keep(LedgerHeadPublished head);
}
