package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Referral;
import org.springframework.stereotype.Component;

/** Says to the named alone who they are 限定阅看, and which of them gets in touch with the petitioner 关怀转介. */
@Component
class LimitationViews {

    private final CaseRows rows;
    private final LimitViews limits;

    LimitationViews(CaseRows rows, LimitViews limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /**
     * Who reads a case.
     *
     * @param names the posts of the named
     * @param asked post of who is asked to get in touch; absent where nobody was
     * @param askedOn the day it was asked; absent where nobody was
     * @param nextOn day of the next contact; absent where none is owed
     * @param state how that day is coloured
     */
    record View(
            List<String> names,
            @Nullable String asked,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate nextOn,
            String state) {}

    /** For the page of a case; empty for who is not named. */
    Optional<View> of(PetitionCase petitionCase, Caller reader) {
        List<String> names = petitionCase.namesFor(reader.id()).stream()
                .map(each -> rows.post(each.post()))
                .toList();
        Referral referral = petitionCase.referralFor(reader.id()).orElse(null);
        LocalDate nextOn = referral == null ? null : referral.nextOn();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        names,
                        referral == null ? null : rows.post(referral.post()),
                        referral == null ? null : referral.askedOn(),
                        nextOn,
                        nextOn == null ? "done" : nextOn.isBefore(limits.today()) ? "late" : "soon"));
    }
}
