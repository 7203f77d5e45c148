package org.redress.routing.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.CallBack.Promised;
import org.redress.routing.procedure.Command.CallBack.Satisfaction;
import org.redress.routing.procedure.ContactOutcome;
import org.redress.routing.procedure.Step;

/** What is asked of a petitioner who has the answer 回访. */
final class Afterwards {

    /** Nobody is called for ever. */
    private static final int ATTEMPTS = 3;

    private final PetitionCase petitionCase;
    private final Turn turn;

    Afterwards(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Notes a call-back, which ends it once somebody was reached, or after three attempts; who has the case hears of trouble. */
    Outcome callBack(Command.CallBack call, @Nullable CaseText said) {
        boolean reached = call.reached() == ContactOutcome.REACHED;
        if (reached != (call.withUnit() != null)) {
            return PetitionCase.wrong("withUnit", "call-back");
        }
        if (!reached && call.withOffice() != null) {
            return PetitionCase.wrong("withOffice", "call-back");
        }
        if (!reached && call.promised() != null) {
            return PetitionCase.wrong("promised", "call-back");
        }
        petitionCase.attempts++;
        petitionCase.callBackOwed = !reached && petitionCase.attempts < ATTEMPTS;
        boolean trouble = call.withUnit() == Satisfaction.NOT_SATISFIED || call.promised() == Promised.NOT_KEPT;
        List<String> told = trouble ? petitionCase.ownerToTell(turn.today(), turn.now()) : List.of();
        Detail detail = Detail.of("outcome", call.reached())
                .and("withUnit", call.withUnit())
                .and("withOffice", call.withOffice())
                .and("promised", call.promised());
        return petitionCase.taken(
                Step.CALL_BACK,
                turn,
                said,
                detail,
                Names.of(call.withUnit() == null ? call.reached() : call.withUnit()),
                told);
    }
}
