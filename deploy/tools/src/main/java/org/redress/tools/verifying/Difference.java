package org.redress.tools.verifying;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something the services do not agree on.
 *
 * @param kind what kind of disagreement
 * @param idName what the id is an id of
 * @param id the petition, notification or organisation; blank where it is about totals
 * @param service the service that lacks or has too much
 * @param detail the sentence for the operator
 * @param remedy what mends it
 */
record Difference(Kind kind, String idName, String id, String service, String detail, Remedy remedy) {

    /** Kinds of disagreement, by their names in the JSON. */
    enum Kind {
        /** A receipt without its case, a case without its receipt, or either without its facts. */
        MISSING("missing"),
        /** A consumer is behind its producer, or ahead of it. */
        POSITION("position"),
        /** A consumer set the petition aside. */
        PARKED("parked"),
        /** A producer neither holds an event as pending nor keeps it in its archive. */
        EVENT("event"),
        /** An event that demands an alert has no plan. */
        PLAN("plan"),
        /** Volumes do not add up to the facts. */
        VOLUME("volume"),
        /** What figures are computed over is not what the case is. */
        FACTS("facts"),
        /** The ledger of unsealings was changed. */
        LEDGER("ledger"),
        /** Everybody in the organisation is kept from a case. */
        HOLDER("holder");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.label);
        if (!id.isEmpty()) {
            json.put(idName, id);
        }
        json.put("service", service);
        json.put("detail", detail);
        json.put("remedy", remedy.sentence());
        return json;
    }

    @Override
    public String toString() {
        String about = id.isEmpty() ? service : id + " at " + service;
        return kind.label + ": " + about + ": " + detail + "; " + remedy.sentence();
    }
}
