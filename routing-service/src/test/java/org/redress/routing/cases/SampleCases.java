package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Roster;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Command.CallBack.Satisfaction;
import org.redress.routing.procedure.Command.EndTarget.Ending;
import org.redress.routing.procedure.Command.SetTarget.Kind;
import org.redress.routing.procedure.ContactOutcome;
import org.redress.routing.procedure.ContactWay;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.ReferralChannel;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;

/** Cases that reached their state by real changes. */
final class SampleCases {

    static final LoadedRulebook EDITION = SampleConfiguration.edition();
    static final Actor LI_WEI = new Actor("li.wei", "plant-1.labour");

    static final Sealed SEALED = new Sealed("none", "none", new byte[0], new byte[0]);

    private SampleCases() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    static CaseText text(CaseText.Kind kind) {
        return new CaseText("text-1", kind, "digest", SEALED);
    }

    /** What a petitioner added with a request, which means nobody. */
    static Supplier<Examined> supplement(String request) {
        return adding(request, Set.of());
    }

    /** What a petitioner added with a request to ask that words be blacked out. */
    static Supplier<Examined> redactionWish(String request) {
        return () -> new Examined(new CaseText(request, CaseText.Kind.REDACTION_WISH, null, SEALED), Set.of());
    }

    /** What a petitioner added with a request, in words that may mean some officers. */
    static Supplier<Examined> adding(String request, Set<String> meant) {
        return () -> new Examined(new CaseText(request, CaseText.Kind.SUPPLEMENT, null, SEALED), meant);
    }

    static PetitionCase registered(Purpose purpose, String receivedAt, String takenAt) {
        return registered("petition-1", purpose, receivedAt, takenAt);
    }

    static PetitionCase registered(String id, Purpose purpose, String receivedAt, String takenAt) {
        return registered(id, purpose, receivedAt, takenAt, EDITION, null, null);
    }

    /** An appeal that an officer wrote down at the desk. */
    static PetitionCase recordedBy(String officer) {
        return registered("petition-1", Purpose.APPEAL, "2026-03-02T10:00", "2026-03-02T10:00", EDITION, officer, null);
    }

    private static PetitionCase registered(
            String id,
            Purpose purpose,
            String receivedAt,
            String takenAt,
            LoadedRulebook today,
            @Nullable String recordedBy,
            @Nullable PetitionOrigin origin) {
        Petition petition = new Petition(
                "web",
                purpose,
                "plant-1",
                at(receivedAt),
                at(takenAt),
                null,
                1,
                false,
                null,
                null,
                null,
                SEALED,
                SEALED,
                null,
                recordedBy,
                origin,
                null,
                null,
                null);
        Classification classified =
                new Classification("labour.pay", List.of(new Classification.Match("工资", true, false)));
        PetitionCase made = new PetitionCase(id);
        made.register(
                purpose == Purpose.REPORT
                        ? new Registration(petition, null, EDITION.assigner().toDiscipline(), 1)
                        : new Registration(petition, classified, assigned("plant-1", classified, at(takenAt)), 1),
                Exclusion.NONE,
                today,
                at(takenAt));
        return made;
    }

    static PetitionCase appeal() {
        return registered(Purpose.APPEAL, "2026-03-02T10:00", "2026-03-02T10:00");
    }

    /** One that comes when another edition is in effect. */
    static PetitionCase appeal(LoadedRulebook today) {
        return registered("petition-1", Purpose.APPEAL, "2026-03-02T10:00", "2026-03-02T10:00", today, null, null);
    }

    /** An appeal that suggests something beside what it asks for. */
    static PetitionCase suggesting() {
        PetitionCase appeal = appeal();
        Registration found = appeal.registration();
        Petition petition = found.petition();
        Petition suggesting = new Petition(
                petition.channel(),
                petition.purpose(),
                petition.addressed(),
                petition.receivedAt(),
                petition.takenAt(),
                null,
                1,
                false,
                null,
                null,
                null,
                SEALED,
                SEALED,
                null,
                null,
                null,
                null,
                null,
                true);
        PetitionCase made = new PetitionCase("petition-1");
        made.register(
                new Registration(suggesting, found.classification(), found.assignment(), 1),
                Exclusion.NONE,
                EDITION,
                petition.takenAt());
        return made;
    }

    /** One that a body outside sent, and takes back for a week. */
    static PetitionCase sheet(Purpose purpose) {
        PetitionOrigin origin = new PetitionOrigin(
                "市热线",
                "12345-1",
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 4),
                LocalDate.of(2026, 3, 27),
                LocalDate.of(2026, 3, 9));
        return registered("petition-1", purpose, "2026-03-02T10:00", "2026-03-02T10:00", EDITION, null, origin);
    }

    private static Assignment assigned(String unit, Classification classified, Instant now) {
        return EDITION.assigner().assign(unit, classified, Exclusion.NONE, roster(now));
    }

    /** A roster on which nobody has a case. */
    static Roster roster(Instant now) {
        return new Roster(EDITION.clockwork().dayOf(now), posts -> Map.of());
    }

    /** A turn of somebody at a moment. */
    static Turn turn(Actor by, String local) {
        return new Turn(by, null, EDITION, EDITION, at(local), roster(at(local)));
    }

    /** Takes a step with its words, if it has any. */
    static Outcome take(PetitionCase given, Command command, Turn turn) {
        return given.take(command, words(command.step()), turn);
    }

    static Outcome take(PetitionCase given, Step step, Turn turn) {
        return take(given, command(step, turn.day()), turn);
    }

    /** A command of each step that is right in itself on a day. */
    static Command command(Step step, LocalDate day) {
        LocalDate later = day.plusDays(20);
        return switch (step) {
            case ACCEPT -> new Command.Accept(Way.ORDINARY);
            case LEAD -> new Command.Lead(ReferralChannel.ARBITRATION);
            case TRANSFER -> new Command.HandOver("plant-2", null);
            case ASSIGN -> new Command.HandOver("plant-2", later);
            case DECIDE_UNIT -> new Command.DecideUnit("plant-1");
            case EXTEND -> new Command.Extend(30);
            case ASK_EXTENSION -> new Command.AskExtension(20);
            case SET_TARGET -> new Command.SetTarget(Kind.PROMISED, later);
            case END_TARGET -> new Command.EndTarget(1, Ending.MET);
            case GIVE_OPINION -> new Command.GiveOpinion(OpinionOutcome.NOT_SUPPORTED, List.of());
            case SERVE -> new Command.Serve(ServiceKind.IN_PERSON, day, false);
            case NOTE_SENDING -> new Command.NoteSending(Command.NoteSending.Sending.SENT, null);
            case FULFIL -> new Command.Fulfil(1);
            case HEAR -> new Command.Hear(day, day.plusDays(1));
            case MERGE -> new Command.Merge("petition-9");
            case SUPERVISE -> new Command.Supervise(SupervisionLevel.YELLOW, later);
            case PROPOSE -> new Command.Propose("group.president", "plant-2", List.of("plant-1"));
            case INSTRUCT -> new Command.Instruct(Command.Instruct.Verdict.OTHERWISE, "plant-2", List.of(), later);
            case ASK_PART -> new Command.AskPart("services.logistics", later);
            case RETURN_PART -> new Command.ReturnPart(1);
            case CALL_BACK -> new Command.CallBack(ContactOutcome.REACHED, Satisfaction.NOT_SATISFIED, null, null);
            case REPLY_TO_BODY -> new Command.ReplyToBody(Command.ReplyToBody.Reply.ANSWER, null);
            case CONFIRM_COUNT -> new Command.ConfirmCount(12);
            case SCREEN -> new Command.Screen(List.of());
            case RECUSE -> new Command.Recuse("xu.lan");
            case NOTE_CONTACT -> new Command.NoteContact(ContactWay.CALL, ContactOutcome.NOT_REACHED);
            case FILE_THANKS -> new Command.FileThanks(null);
            case SET_MARK -> new Command.SetMark(Command.SetMark.Mark.IN_ARBITRATION, "劳动争议仲裁委员会", day);
            case SET_HEADING -> new Command.SetHeading("反映加班工资问题");
            case RECLASSIFY -> new Command.Reclassify("labour.hours");
            case REASSIGN -> new Command.Reassign("plant-1.petitions");
            case REDACT -> new Command.Redact("text", 0, 2, null);
            case CONFIRM_REDACTION -> new Command.ConfirmRedaction(1);
            case UNDO_REDACTION -> new Command.UndoRedaction(1);
            case LIMIT_READING -> new Command.LimitReading(List.of("group.petitions"));
            case ASK_NAMED -> new Command.AskNamed("group.petitions", day);
            case NOTE_NAMED -> new Command.NoteNamed(ContactWay.CALL, ContactOutcome.REACHED, later);
            case LIFT_LIMIT,
                    REMIND,
                    TAKE_CHARGE,
                    RETURN_TO_BODY,
                    CONFIRM_RETURN,
                    REFUSE_RETURN,
                    DECLINE,
                    OBJECT,
                    TAKE_BACK,
                    INSIST,
                    REPORT_BACK,
                    REFUSE_EXTENSION,
                    ANSWER,
                    ANSWER_SUGGESTION,
                    CLOSE,
                    TAKE_UP,
                    TELL,
                    COMMENT -> new Command.Plain(step);
        };
    }

    private static @Nullable CaseText words(Step step) {
        return switch (step) {
            case DECLINE -> text(CaseText.Kind.DECLINE_REASON);
            case LEAD -> text(CaseText.Kind.LEAD_REASON);
            case CONFIRM_RETURN -> text(CaseText.Kind.RETURN_REASON);
            case ANSWER -> text(CaseText.Kind.ANSWER);
            case GIVE_OPINION -> text(CaseText.Kind.OPINION);
            case EXTEND, ASK_EXTENSION -> text(CaseText.Kind.EXTENSION_REASON);
            case ANSWER_SUGGESTION -> text(CaseText.Kind.SUGGESTION_ANSWER);
            case ACCEPT, CLOSE, TAKE_BACK, TAKE_UP, SET_HEADING, SET_MARK, REMIND -> null;
            default -> text(CaseText.Kind.NOTE);
        };
    }
}
