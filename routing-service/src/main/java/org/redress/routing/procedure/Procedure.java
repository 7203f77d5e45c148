package org.redress.routing.procedure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.routing.procedure.Situation.Fact;
import org.redress.routing.procedure.Step.Trait;

/**
 * The state machine of the regulation: for each step and each standing of a case, whether it is open, and otherwise the
 * rule it would break. Where an open step leads, the case itself says.
 */
public final class Procedure {

    private Procedure() {}

    /** The rule a step would break; empty when it is allowed. */
    public static Optional<CaseRule> brokenBy(Step step, Situation at) {
        return Optional.ofNullable(broken(step, at));
    }

    private static @Nullable CaseRule broken(Step step, Situation at) {
        if (at.has(Fact.FILE_FULL) && step.is(Trait.ENDLESS)) {
            return CaseRule.FILE_IS_FULL;
        }
        if (step.is(Trait.EVERY_STATE)) {
            return notedUpon(step, at);
        }
        if (step == Step.TELL) {
            return at.has(Fact.UNTOLD) ? null : CaseRule.MESSAGES_ARRIVED;
        }
        if (step == Step.CALL_BACK) {
            return at.has(Fact.CALL_BACK_OWED) ? null : CaseRule.NO_CALL_BACK_OWED;
        }
        if (step == Step.REPLY_TO_BODY) {
            return reply(at);
        }
        CaseRule ended = ended(at.state());
        if (ended != null) {
            // Words with which it was withdrawn may mean somebody.
            return step == Step.SCREEN && at.has(Fact.UNSCREENED) ? null : ended;
        }
        if (at.purpose() == Purpose.REPORT && !step.is(Trait.EVERY_WAY)) {
            return CaseRule.REPORT_FOLLOWS_ITS_OWN_WAY;
        }
        if (at.has(Fact.UNSCREENED) && step != Step.SCREEN && step != Step.RECUSE) {
            return CaseRule.SCREENED_FIRST;
        }
        if (at.purpose() == Purpose.THANKS) {
            return thanks(step, at);
        }
        return switch (step) {
            case FILE_THANKS -> CaseRule.ONLY_THANKS_ARE_FILED;
            case ACCEPT, DECLINE -> decision(at);
            case LEAD -> at.purpose() == Purpose.APPEAL ? decision(at) : CaseRule.ONLY_APPEALS_ARE_LED;
            case TRANSFER, ASSIGN -> handingOver(at);
            case OBJECT -> objection(at);
            case TAKE_BACK, INSIST -> only(CaseState.OBJECTED, at, CaseRule.NO_OBJECTION);
            case DECIDE_UNIT -> only(CaseState.DISPUTED, at, CaseRule.NO_DISPUTE);
            case REPORT_BACK -> at.has(Fact.REPORT_OWED) ? null : CaseRule.NO_REPORT_OWED;
            case SUPERVISE -> at.has(Fact.SUPERVISED) ? CaseRule.SUPERVISED_ALREADY : whileOpen(at);
            case REMIND -> reminder(at);
            case RETURN_PART -> at.has(Fact.PART_ASKED) ? null : CaseRule.NO_PART_OWED;
            case END_TARGET -> at.has(Fact.TARGET_SET) ? null : CaseRule.NO_TARGET_OPEN;
            case EXTEND, ASK_EXTENSION -> extension(at);
            case REFUSE_EXTENSION -> at.has(Fact.EXTENSION_ASKED) ? null : CaseRule.NO_EXTENSION_ASKED;
            case ANSWER -> answer(at);
            case ANSWER_SUGGESTION -> at.has(Fact.SUGGESTION_OPEN) ? null : CaseRule.NO_SUGGESTION_OPEN;
            case GIVE_OPINION -> opinion(at);
            case SERVE -> service(at);
            case NOTE_SENDING, NOTE_CONTACT -> isTurnedAway(at) ? null : whileOpen(at);
            case FULFIL -> only(CaseState.EXECUTING, at, CaseRule.NO_OPEN_PROMISE);
            case CLOSE -> closing(at);
            case HEAR -> only(CaseState.UNDER_RE_REVIEW, at, CaseRule.ONLY_RE_REVIEW_HEARS);
            case TAKE_UP -> takingUp(at);
            case MERGE -> merging(at);
            case RETURN_TO_BODY -> returning(at);
            case CONFIRM_RETURN, REFUSE_RETURN -> at.has(Fact.RETURN_ASKED) ? null : CaseRule.NO_RETURN_ASKED;
            case ASK_NAMED -> at.has(Fact.LIMITED) ? whileOpen(at) : CaseRule.NOT_LIMITED;
            default -> whileOpen(at);
        };
    }

    /** Who sent it waits for a word also where the case has ended. */
    private static @Nullable CaseRule reply(Situation at) {
        if (!at.has(Fact.FROM_OUTSIDE)) {
            return CaseRule.ONLY_SHEETS_GO_BACK;
        }
        if (at.state() == CaseState.RETURNED) {
            return CaseRule.RETURNED_STAYS_RETURNED;
        }
        return at.has(Fact.BODY_ANSWERED) ? CaseRule.BODY_HAS_THE_ANSWER : null;
    }

    private static @Nullable CaseRule returning(Situation at) {
        CaseRule replied = reply(at);
        if (replied != null) {
            return replied;
        }
        if (at.has(Fact.RETURN_ASKED)) {
            return CaseRule.RETURN_ASKED_ALREADY;
        }
        if (!at.state().isBeforeOutcome()) {
            return CaseRule.OUTCOME_ENDS_RETURN;
        }
        if (!at.has(Fact.RETURNABLE)) {
            return CaseRule.NO_DAY_TO_RETURN;
        }
        return at.has(Fact.RETURN_OVER) ? CaseRule.RETURN_IN_TIME : null;
    }

    private static @Nullable CaseRule notedUpon(Step step, Situation at) {
        if (step == Step.CONFIRM_REDACTION) {
            return at.has(Fact.REDACTION_PROPOSED) ? null : CaseRule.NO_REDACTION_PROPOSED;
        }
        if (step == Step.LIMIT_READING) {
            return limiting(at);
        }
        if (step == Step.LIFT_LIMIT) {
            return at.has(Fact.LIMITED) ? null : CaseRule.NOT_LIMITED;
        }
        return step == Step.UNDO_REDACTION && !at.has(Fact.REDACTED) ? CaseRule.NO_REDACTION : null;
    }

    /** The discipline desk's own cases open to it alone; elsewhere it is known first whom a case is kept from. */
    private static @Nullable CaseRule limiting(Situation at) {
        if (at.purpose() == Purpose.REPORT) {
            return CaseRule.REPORT_FOLLOWS_ITS_OWN_WAY;
        }
        return at.has(Fact.UNSCREENED) ? CaseRule.SCREENED_FIRST : null;
    }

    /** Nothing is decided on thanks; they change hands, their petitioner may be spoken to, and a body outside take them back. */
    private static @Nullable CaseRule thanks(Step step, Situation at) {
        return switch (step) {
            case FILE_THANKS, REASSIGN, RECUSE, SCREEN, NOTE_CONTACT -> null;
            case RETURN_TO_BODY -> returning(at);
            case CONFIRM_RETURN, REFUSE_RETURN -> at.has(Fact.RETURN_ASKED) ? null : CaseRule.NO_RETURN_ASKED;
            default -> CaseRule.THANKS_ASK_FOR_NOTHING;
        };
    }

    private static @Nullable CaseRule ended(CaseState state) {
        return switch (state) {
            case CLOSED -> CaseRule.CLOSED_STAYS_CLOSED;
            case RESOLVED -> CaseRule.RESOLVED_STAYS_RESOLVED;
            case FINAL -> CaseRule.FINAL_STAYS_FINAL;
            case WITHDRAWN -> CaseRule.WITHDRAWN_STAYS_WITHDRAWN;
            case MERGED -> CaseRule.MERGED_STAYS_MERGED;
            case RETURNED -> CaseRule.RETURNED_STAYS_RETURNED;
            case REGISTERED,
                    TRANSFERRED,
                    OBJECTED,
                    DISPUTED,
                    ACCEPTED,
                    DECLINED,
                    LED_ELSEWHERE,
                    ANSWERED,
                    OPINION_GIVEN,
                    SERVED,
                    EXECUTING,
                    UNDER_REVIEW,
                    UNDER_RE_REVIEW -> null;
        };
    }

    /** The petitioner has to be told in writing why, and where to go. */
    private static boolean isTurnedAway(Situation at) {
        return at.state() == CaseState.DECLINED || at.state() == CaseState.LED_ELSEWHERE;
    }

    private static @Nullable CaseRule service(Situation at) {
        boolean waits = isTurnedAway(at) ? !at.has(Fact.NOTICE_SERVED) : at.state() == CaseState.OPINION_GIVEN;
        return waits ? null : CaseRule.NOTHING_TO_SERVE;
    }

    private static @Nullable CaseRule only(CaseState state, Situation at, CaseRule otherwise) {
        return at.state() == state ? null : otherwise;
    }

    private static @Nullable CaseRule decision(Situation at) {
        if (at.state() == CaseState.OBJECTED || at.state() == CaseState.DISPUTED) {
            return CaseRule.DISPUTE_FIRST;
        }
        return at.has(Fact.UNDECIDED) ? null : CaseRule.DECIDED_ONCE;
    }

    private static @Nullable CaseRule handingOver(Situation at) {
        if (at.state() == CaseState.OBJECTED || at.state() == CaseState.DISPUTED) {
            return CaseRule.DISPUTE_FIRST;
        }
        return at.state().awaitsDecision() ? null : CaseRule.HANDED_OVER_BEFORE_ACCEPTANCE;
    }

    private static @Nullable CaseRule objection(Situation at) {
        if (at.state() != CaseState.TRANSFERRED) {
            return CaseRule.ONLY_HANDED_OVER_IS_OBJECTED;
        }
        return at.has(Fact.NO_OBJECTION_LEFT) ? CaseRule.OBJECTION_IN_TIME : null;
    }

    private static @Nullable CaseRule reminder(Situation at) {
        if (!at.has(Fact.LIMIT_RUNS)) {
            return CaseRule.NO_LIMIT_TO_REMIND_OF;
        }
        return at.has(Fact.REMINDED) ? CaseRule.REMINDED_ONCE_A_DAY : null;
    }

    private static @Nullable CaseRule extension(Situation at) {
        if (at.state() != CaseState.ACCEPTED || at.purpose() != Purpose.APPEAL || at.way() != Way.ORDINARY) {
            return CaseRule.ONLY_HANDLING_IS_EXTENDED;
        }
        if (at.has(Fact.EXTENDED)) {
            return CaseRule.EXTENDED_ONCE;
        }
        return at.has(Fact.HANDLING_OVER) ? CaseRule.EXTENDED_IN_TIME : null;
    }

    private static @Nullable CaseRule answer(Situation at) {
        return switch (at.state()) {
            case ACCEPTED -> {
                if (at.has(Fact.UNDECIDED)) {
                    yield CaseRule.DECISION_BEFORE_ANSWER;
                }
                yield owesOpinion(at) ? CaseRule.OPINION_IS_OWED : null;
            }
            case UNDER_REVIEW, UNDER_RE_REVIEW -> CaseRule.OPINION_IS_OWED;
            case DECLINED, LED_ELSEWHERE -> CaseRule.DECLINED_IS_NOT_ANSWERED;
            case ANSWERED, OPINION_GIVEN, SERVED, EXECUTING -> CaseRule.ANSWERED_ONCE;
            default -> CaseRule.DECISION_BEFORE_ANSWER;
        };
    }

    private static boolean owesOpinion(Situation at) {
        return at.purpose() == Purpose.APPEAL && at.way() == Way.ORDINARY;
    }

    private static @Nullable CaseRule opinion(Situation at) {
        if (at.purpose() != Purpose.APPEAL) {
            return CaseRule.ONLY_APPEALS_GET_OPINIONS;
        }
        return switch (at.state()) {
            case ACCEPTED -> {
                if (at.has(Fact.UNDECIDED)) {
                    yield CaseRule.DECISION_BEFORE_ANSWER;
                }
                yield at.has(Fact.SUGGESTION_OPEN) ? CaseRule.SUGGESTION_BEFORE_OPINION : null;
            }
            case UNDER_REVIEW, UNDER_RE_REVIEW -> null;
            case DECLINED, LED_ELSEWHERE -> CaseRule.DECLINED_IS_NOT_ANSWERED;
            case ANSWERED, OPINION_GIVEN, SERVED, EXECUTING -> CaseRule.ANSWERED_ONCE;
            default -> CaseRule.DECISION_BEFORE_ANSWER;
        };
    }

    private static @Nullable CaseRule closing(Situation at) {
        return switch (at.state()) {
            case ANSWERED, DECLINED, LED_ELSEWHERE, SERVED -> null;
            case OPINION_GIVEN -> CaseRule.SERVICE_BEFORE_CLOSING;
            case EXECUTING -> CaseRule.PROMISES_BEFORE_CLOSING;
            default -> CaseRule.OUTCOME_BEFORE_CLOSING;
        };
    }

    private static @Nullable CaseRule takingUp(Situation at) {
        boolean underWay = at.state() == CaseState.UNDER_REVIEW || at.state() == CaseState.UNDER_RE_REVIEW;
        return underWay && !at.has(Fact.TAKEN_UP) ? null : CaseRule.TAKEN_UP_ONCE;
    }

    private static @Nullable CaseRule merging(Situation at) {
        boolean open = at.state().awaitsDecision() || at.state() == CaseState.ACCEPTED;
        return open ? null : CaseRule.MERGED_BEFORE_OUTCOME;
    }

    private static @Nullable CaseRule whileOpen(Situation at) {
        return at.state().isOpen() ? null : CaseRule.NOTHING_IS_OWED;
    }

    /** The rule a petitioner's request would break; empty when it is allowed. */
    public static Optional<CaseRule> brokenBy(Request request, Situation at) {
        return Optional.ofNullable(
                switch (request) {
                    case SUPPLEMENT -> supplement(at);
                    case WITHDRAW -> withdrawal(at);
                    case ASK_REVIEW -> review(at);
                });
    }

    /** What is added to a joined case goes to who handles it with the other. */
    private static @Nullable CaseRule supplement(Situation at) {
        boolean led = at.state() == CaseState.DECLINED || at.state() == CaseState.LED_ELSEWHERE;
        if (at.state() == CaseState.MERGED) {
            return null;
        }
        return led ? CaseRule.DECLINED_IS_NOT_SUPPLEMENTED : ended(at.state());
    }

    /** Whoever was joined to another may still withdraw, alone. */
    private static @Nullable CaseRule withdrawal(Situation at) {
        if (at.state() == CaseState.MERGED) {
            return null;
        }
        CaseRule ended = ended(at.state());
        if (ended != null) {
            return ended;
        }
        boolean open = at.state().awaitsDecision()
                || at.state() == CaseState.OBJECTED
                || at.state() == CaseState.DISPUTED
                || at.state() == CaseState.ACCEPTED;
        return open ? null : CaseRule.OUTCOME_ENDS_WITHDRAWAL;
    }

    /** A closed case is opened again by it: closing takes no right away. */
    private static @Nullable CaseRule review(Situation at) {
        return switch (at.state()) {
            case FINAL -> CaseRule.FINAL_STAYS_FINAL;
            case WITHDRAWN -> CaseRule.WITHDRAWN_STAYS_WITHDRAWN;
            case MERGED -> CaseRule.MERGED_STAYS_MERGED;
            case RETURNED -> CaseRule.RETURNED_STAYS_RETURNED;
            case UNDER_REVIEW, UNDER_RE_REVIEW -> CaseRule.REVIEW_RUNS;
            default -> reviewOfOpinion(at);
        };
    }

    private static @Nullable CaseRule reviewOfOpinion(Situation at) {
        if (!at.has(Fact.OPINION_GIVEN)) {
            return CaseRule.OPINION_BEFORE_REVIEW;
        }
        if (at.instance() == ReviewLevel.RE_REVIEW) {
            return CaseRule.FINAL_STAYS_FINAL;
        }
        return at.has(Fact.REVIEW_OVER) ? CaseRule.REVIEW_IN_TIME : null;
    }
}
