package org.redress.tools.verifying;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.redress.contracts.cases.CaseEvent;
import org.redress.tools.verifying.Difference.Kind;

/** Finds cases that everybody in the organisation is kept from, so that nobody can find out what is to be done. */
final class HolderCheck {

    private HolderCheck() {}

    /** Adds them to the findings. */
    static void run(Databases databases, Findings findings) {
        for (Document found : databases
                .of(Holder.ROUTING)
                .getCollection(Holder.ROUTING.collection())
                .find(Filters.and(
                        Filters.eq("registration.assignment.owner", CaseEvent.NOBODY), Filters.exists("nextDueAt")))
                .projection(Projections.include("_id"))) {
            findings.add(new Difference(
                    Kind.HOLDER,
                    "petitionId",
                    found.getString("_id"),
                    "routing",
                    "everybody in the organisation is kept from it",
                    new Remedy.ByHand(
                            "activate an organisation with somebody at the discipline desk whom it is not about")));
        }
    }
}
