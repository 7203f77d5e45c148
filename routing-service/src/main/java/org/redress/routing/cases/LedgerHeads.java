package org.redress.routing.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Versions;

/** Publishes once a business day how far the ledger came, so that lines taken from its end show. */
final class LedgerHeads {

    private final Ledger ledger;
    private final Versions versions;
    private final Editions editions;
    private final InstantSource clock;

    LedgerHeads(Ledger ledger, Versions versions, Editions editions, InstantSource clock) {
        this.ledger = ledger;
        this.versions = versions;
        this.editions = editions;
        this.clock = clock;
    }

    /** Publishes today's, where it was not published yet and something was opened since the last one. */
    void publish() {
        LocalDate today = editions.active().clockwork().dayOf(clock.instant());
        ledger.head().ifPresent(head -> versions.publishLedgerHead(today, head.number(), head.hash()));
    }
}
