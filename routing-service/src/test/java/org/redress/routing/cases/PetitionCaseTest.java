package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.LI_WEI;
import static org.redress.routing.cases.SampleCases.appeal;
import static org.redress.routing.cases.SampleCases.at;
import static org.redress.routing.cases.SampleCases.registered;
import static org.redress.routing.cases.SampleCases.supplement;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.contracts.EventCodec;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Promised;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;
import org.redress.routing.organisation.Absence;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.ContactOutcome;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Procedure;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class PetitionCaseTest {

    @Test
    void notesAContactThatThePetitionerSeesAndThatMovesNoDate() {
        PetitionCase appeal = appeal();
        List<String> before = states(appeal);

        take(appeal, Step.NOTE_CONTACT, turn(LI_WEI, "2026-03-03T10:00"));

        assertThat(steps(appeal))
                .extracting(
                        CaseStepTaken::step,
                        CaseStepTaken::shown,
                        CaseStepTaken::toldPetitioner,
                        CaseStepTaken::outcome)
                .containsExactly(tuple("note-contact", true, false, "not-reached"));
        assertThat(appeal.history().getLast().detail()).isEqualTo("call not-reached");
        assertThat(states(appeal)).isEqualTo(before);
    }

    @Test
    void saysWhatAnOpinionPromisesAndWhereACaseWasLedForItsPetitionerToSee() {
        PetitionCase appeal = appeal();
        LocalDate day = LocalDate.of(2026, 5, 15);
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        take(
                appeal,
                new Command.GiveOpinion(OpinionOutcome.SUPPORTED, List.of(Promise.of("plant-1.labour", day))),
                turn(LI_WEI, "2026-03-04T10:00"));
        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-05T10:00"));
        take(appeal, new Command.Fulfil(1), turn(LI_WEI, "2026-03-06T10:00"));
        PetitionCase led = appeal();
        take(led, Step.LEAD, turn(LI_WEI, "2026-03-03T10:00"));

        assertThat(steps(appeal))
                .extracting(CaseStepTaken::step, CaseStepTaken::promises)
                .containsExactly(
                        tuple("give-opinion", List.of(new Promised(day, null))),
                        tuple("serve", null),
                        tuple("fulfil", List.of(new Promised(day, LocalDate.of(2026, 3, 6)))));
        assertThat(steps(led)).extracting(CaseStepTaken::outcome).containsExactly("arbitration");
    }

    @Test
    void servesTheNoticeOfWhatWasTurnedAwayOnceAndNotesTheContact() {
        PetitionCase led = appeal();
        take(led, Step.LEAD, turn(LI_WEI, "2026-03-03T10:00"));

        Outcome early = take(
                led,
                new Command.Serve(ServiceKind.IN_PERSON, LocalDate.of(2026, 3, 2), false),
                turn(LI_WEI, "2026-03-04T10:00"));
        take(led, Step.NOTE_CONTACT, turn(LI_WEI, "2026-03-04T10:00"));
        take(led, Step.SERVE, turn(LI_WEI, "2026-03-04T11:00"));

        assertThat(early).isEqualTo(new Outcome.Wrong("servedOn", "day-of-service"));
        assertThat(led.state()).isEqualTo(CaseState.LED_ELSEWHERE);
        // Its way says nothing of an opinion that was served.
        assertThat(steps(led))
                .extracting(CaseStepTaken::step, CaseStepTaken::shown)
                .containsExactly(tuple("lead", true), tuple("note-contact", true), tuple("serve", false));
        assertThat(led.history().getLast().detail()).isEqualTo("in-person 2026-03-04");
        assertThat(take(led, Step.SERVE, turn(LI_WEI, "2026-03-05T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.NOTHING_TO_SERVE));
    }

    @Test
    void takesAPaperThatWasSentOrCameBackForNoService() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        take(appeal, Step.GIVE_OPINION, turn(LI_WEI, "2026-03-04T10:00"));
        List<String> before = states(appeal);

        take(appeal, Step.NOTE_SENDING, turn(LI_WEI, "2026-03-05T10:00"));
        take(
                appeal,
                new Command.NoteSending(Command.NoteSending.Sending.CAME_BACK, LocalDate.of(2026, 3, 9)),
                turn(LI_WEI, "2026-03-10T10:00"));

        assertThat(states(appeal)).isEqualTo(before);
        assertThat(appeal.sending())
                .isEqualTo(new Sending(Command.NoteSending.Sending.CAME_BACK, LocalDate.of(2026, 3, 9)));
        assertThat(appeal.history().getLast().detail()).isEqualTo("sending:came-back day:2026-03-09");
        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-11T10:00"));
        assertThat(appeal.sending()).isNull();
    }

    @Test
    void owesACallBackFromServiceUntilThePetitionerWasReachedOrTriedThrice() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-03T10:00"));
        take(appeal, Step.GIVE_OPINION, turn(LI_WEI, "2026-03-04T10:00"));
        assertThat(appeal.waits).isNull();

        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-05T10:00"));
        take(appeal, Step.CLOSE, turn(LI_WEI, "2026-03-06T10:00"));

        assertThat(appeal.waits).containsExactly("call-back:plant-1.labour");
        Command unreached = new Command.CallBack(ContactOutcome.NOT_REACHED, null, null, null);
        assertThat(take(
                        appeal,
                        new Command.CallBack(ContactOutcome.REACHED, null, null, null),
                        turn(LI_WEI, "2026-03-09T09:00")))
                .isEqualTo(new Outcome.Wrong("withUnit", "call-back"));
        assertThat(take(
                        appeal,
                        new Command.CallBack(
                                ContactOutcome.NOT_REACHED, null, null, Command.CallBack.Promised.NOT_KEPT),
                        turn(LI_WEI, "2026-03-09T09:30")))
                .isEqualTo(new Outcome.Wrong("promised", "call-back"));
        take(appeal, unreached, turn(LI_WEI, "2026-03-09T10:00"));
        take(appeal, unreached, turn(LI_WEI, "2026-03-10T10:00"));
        assertThat(appeal.waits).containsExactly("call-back:plant-1.labour");
        take(appeal, Step.CALL_BACK, turn(LI_WEI, "2026-03-11T10:00"));

        assertThat(appeal.waits).isNull();
        assertThat(steps(appeal)).last().satisfies(step -> {
            assertThat(step.outcome()).isEqualTo("not-satisfied");
            assertThat(step.alerts()).containsExactly("plant-1.labour");
            assertThat(step.petitionerSees()).isFalse();
        });
        assertThat(openSteps(appeal)).doesNotContain(Step.CALL_BACK);
    }

    @Test
    void makesWhatAMessageCouldNotTellTheOwnersTaskUntilItIsToldOtherwise() {
        PetitionCase appeal = appeal();
        assertThat(openSteps(appeal)).doesNotContain(Step.TELL);

        assertThat(appeal.missPetitioner("n-1", EDITION, EDITION, at("2026-03-02T10:05")))
                .isTrue();
        assertThat(appeal.missPetitioner("n-1", EDITION, EDITION, at("2026-03-02T10:06")))
                .isFalse();

        assertThat(openSteps(appeal)).contains(Step.TELL);
        assertThat(steps(appeal))
                .extracting(CaseStepTaken::step, CaseStepTaken::alerts)
                .containsExactly(tuple("not-reached", List.of("plant-1.labour")));
        take(appeal, Step.TELL, turn(LI_WEI, "2026-03-03T10:00"));
        assertThat(openSteps(appeal)).doesNotContain(Step.TELL);
        assertThat(appeal.missPetitioner("n-1", EDITION, EDITION, at("2026-03-03T10:06")))
                .isFalse();
    }

    @Test
    void startsTheNoticeClockWithTheDayOfReceipt() {
        PetitionCase appeal = appeal();

        assertThat(appeal.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(appeal.clocks().all())
                .extracting(Clock::kind, Clock::startedOn, Clock::dueOn, Clock::state)
                .containsExactly(
                        tuple("notice", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 17), Clock.State.RUNNING));
        assertThat(appeal.nextDueAt()).isEqualTo(at("2026-03-09T09:00"));
        assertThat(appeal.dueAt()).isEqualTo(at("2026-03-18T00:00"));
        assertThat(appeal.sequence()).isEqualTo(1);
    }

    @Test
    void walksFromAcceptanceToItsEnd() {
        PetitionCase appeal = appeal();

        Outcome accepted = take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        assertThat(accepted)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.event()).isInstanceOfSatisfying(CaseAccepted.class, event -> {
                            assertThat(event.acceptedOn()).isEqualTo("2026-03-10");
                            assertThat(event.acceptedBy()).isEqualTo("plant-1.labour");
                            assertThat(event.deemed()).isFalse();
                        }));
        assertThat(states(appeal)).containsExactly("notice MET", "handle RUNNING");
        assertThat(appeal.clocks().find("handle").orElseThrow().dueOn()).isEqualTo("2026-05-09");

        take(appeal, Step.GIVE_OPINION, turn(LI_WEI, "2026-05-11T10:00"));
        assertThat(states(appeal)).containsExactly("notice MET", "handle LATE", "service RUNNING");

        take(
                appeal,
                new Command.Serve(ServiceKind.POST, LocalDate.of(2026, 5, 12), false),
                turn(LI_WEI, "2026-05-12T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.SERVED);
        assertThat(states(appeal))
                .containsExactly("notice MET", "handle LATE", "service MET", "carry-out RUNNING", "ask-review RUNNING");

        take(appeal, Step.CLOSE, turn(LI_WEI, "2026-05-13T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.CLOSED);
        assertThat(states(appeal))
                .containsExactly("notice MET", "handle LATE", "service MET", "carry-out MET", "ask-review RUNNING");
        assertThat(appeal.nextDueAt()).isNull();
        assertThat(appeal.sequence()).isEqualTo(5);
        assertThat(appeal.history()).hasSize(5);
    }

    @Test
    void owesNothingAfterItWasDeclined() {
        PetitionCase appeal = appeal();

        Outcome declined = take(appeal, Step.DECLINE, turn(LI_WEI, "2026-03-10T10:00"));

        assertThat(declined)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.event()).isInstanceOf(CaseDeclined.class));
        assertThat(states(appeal)).containsExactly("notice MET");
        assertThat(appeal.nextDueAt()).isNull();
        assertThat(openSteps(appeal))
                .containsExactly(
                        Step.SERVE,
                        Step.NOTE_SENDING,
                        Step.CLOSE,
                        Step.NOTE_CONTACT,
                        Step.SET_HEADING,
                        Step.SET_MARK,
                        Step.COMMENT,
                        Step.REDACT,
                        Step.LIMIT_READING);
    }

    private static PetitionCase in(CaseState state) {
        PetitionCase given = appeal();
        List<Step> way = switch (state) {
            case REGISTERED, WITHDRAWN -> List.of();
            case ACCEPTED -> List.of(Step.ACCEPT);
            case DECLINED -> List.of(Step.DECLINE);
            case OPINION_GIVEN -> List.of(Step.ACCEPT, Step.GIVE_OPINION);
            case CLOSED -> List.of(Step.ACCEPT, Step.GIVE_OPINION, Step.SERVE, Step.CLOSE);
            default -> throw new IllegalArgumentException(state + " is not asked for here");
        };
        way.forEach(step ->
                assertThat(take(given, step, turn(LI_WEI, "2026-03-10T10:00"))).isInstanceOf(Outcome.Done.class));
        if (state == CaseState.WITHDRAWN) {
            assertThat(ask(given, Request.WITHDRAW, "request-0")).isInstanceOf(CaseWithdrawn.class);
        }
        return given;
    }

    private static CaseEvent ask(PetitionCase given, Request request, String id) {
        Instant now = at("2026-03-10T11:00");
        return (switch (request) {
                    case SUPPLEMENT -> given.supplement(id, supplement(id), EDITION, EDITION, now);
                    case WITHDRAW -> given.withdraw(id, () -> Examined.NOTHING, EDITION, EDITION, now);
                    case ASK_REVIEW -> given.askReview(id, supplement(id), now, EDITION, EDITION, now);
                })
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "ACCEPTED", "OPINION_GIVEN"})
    void takesASupplementThatMovesNoClockAndNoDate(CaseState state) {
        PetitionCase given = in(state);
        List<Clock> clocks = given.clocks().all();
        Instant dueAt = given.dueAt();
        Instant nextDueAt = given.nextDueAt();

        CaseEvent event = ask(given, Request.SUPPLEMENT, "request-1");

        assertThat(event)
                .isInstanceOfSatisfying(
                        CaseSupplemented.class,
                        supplemented -> assertThat(supplemented.alerts()).containsExactly("plant-1.labour"));
        assertThat(given.state()).isEqualTo(state);
        assertThat(given.clocks().all()).isEqualTo(clocks);
        assertThat(given.dueAt()).isEqualTo(dueAt);
        assertThat(given.nextDueAt()).isEqualTo(nextDueAt);
        assertThat(given.texts()).extracting(TextEntry::id).contains("request-1");
        assertThat(given.history().getLast().textId()).isEqualTo("request-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "ACCEPTED"})
    void endsByWithdrawalAndOwesNothing(CaseState state) {
        PetitionCase given = in(state);

        CaseEvent event = ask(given, Request.WITHDRAW, "request-1");

        assertThat(event).isInstanceOfSatisfying(CaseWithdrawn.class, withdrawn -> {
            assertThat(withdrawn.clocks()).isEqualTo(given.clocks().all());
            assertThat(withdrawn.alerts()).containsExactly("plant-1.labour");
        });
        assertThat(given.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(given.state().isOpen()).isFalse();
        assertThat(openSteps(given))
                .containsExactly(Step.SET_HEADING, Step.SET_MARK, Step.COMMENT, Step.REDACT, Step.LIMIT_READING);
        assertThat(given.clocks().running()).isEmpty();
        assertThat(given.nextDueAt()).isNull();
        assertThat(given.fire(EDITION, EDITION.organisation(), at("2027-03-10T10:00")))
                .isEmpty();
    }

    @Test
    void endsByWithdrawalAlsoWhenItOnlyCountedAsAccepted() {
        PetitionCase given = registered(Purpose.APPEAL, "2026-01-05T10:00", "2026-03-02T10:00");

        ask(given, Request.WITHDRAW, "request-1");

        assertThat(openSteps(given))
                .containsExactly(Step.SET_HEADING, Step.SET_MARK, Step.COMMENT, Step.REDACT, Step.LIMIT_READING);
        assertThat(states(given)).containsExactly("notice STOPPED", "handle STOPPED");
    }

    @ParameterizedTest
    @CsvSource({
        "OPINION_GIVEN, WITHDRAW, OUTCOME_ENDS_WITHDRAWAL, withdraw, outcome-ends-withdrawal",
        "DECLINED, WITHDRAW, OUTCOME_ENDS_WITHDRAWAL, withdraw, outcome-ends-withdrawal",
        "DECLINED, SUPPLEMENT, DECLINED_IS_NOT_SUPPLEMENTED, supplement, declined-is-not-supplemented",
        "CLOSED, WITHDRAW, CLOSED_STAYS_CLOSED, withdraw, closed-stays-closed",
        "CLOSED, SUPPLEMENT, CLOSED_STAYS_CLOSED, supplement, closed-stays-closed",
        "WITHDRAWN, WITHDRAW, WITHDRAWN_STAYS_WITHDRAWN, withdraw, withdrawn-stays-withdrawn",
        "WITHDRAWN, SUPPLEMENT, WITHDRAWN_STAYS_WITHDRAWN, supplement, withdrawn-stays-withdrawn"
    })
    void refusesARequestTheStateDoesNotAllowAsAFact(
            CaseState state, Request request, CaseRule rule, String name, String ruleName) {
        PetitionCase given = in(state);
        long sequence = given.sequence();
        List<Clock> clocks = given.clocks().all();
        List<TextEntry> texts = given.texts();

        CaseEvent event = ask(given, request, "request-1");

        assertThat(Procedure.brokenBy(request, given.standing(EDITION, LocalDate.of(2026, 3, 10))))
                .contains(rule);
        assertThat(event).isInstanceOfSatisfying(CaseRequestRefused.class, refused -> {
            assertThat(refused.requestId()).isEqualTo("request-1");
            assertThat(refused.request()).isEqualTo(name);
            assertThat(refused.rule()).isEqualTo(ruleName);
        });
        assertThat(given.sequence()).isEqualTo(sequence + 1);
        assertThat(given.state()).isEqualTo(state);
        assertThat(given.clocks().all()).isEqualTo(clocks);
        assertThat(given.texts()).isEqualTo(texts);
    }

    @Test
    void judgesARequestOnceHoweverOftenItIsTold() {
        PetitionCase given = appeal();
        ask(given, Request.SUPPLEMENT, "request-1");
        long sequence = given.sequence();

        assertThat(given.supplement("request-1", supplement("request-1"), EDITION, EDITION, at("2026-03-11T10:00")))
                .isEmpty();
        assertThat(given.sequence()).isEqualTo(sequence);
        assertThat(given.texts()).hasSize(1);
    }

    @Test
    void climbsTheLineAndCountsAsAcceptedWhenNobodyDecides() {
        PetitionCase appeal = appeal();
        List<String> fired = new ArrayList<>();
        for (int rung = 0; rung < 12; rung++) {
            appeal.fire(EDITION, EDITION.organisation(), at("2026-04-20T10:00"))
                    .ifPresent(reached -> fired.add(
                            reached.clock().kind() + " " + reached.rung().name() + " " + reached.recipients()
                                    + (reached.digest() ? " digest" : "")));
        }

        assertThat(fired)
                .containsExactly(
                        "notice half [plant-1.labour]",
                        "notice eighty [plant-1.labour, plant-1.director]",
                        "notice due [machinery.manager]",
                        "notice level-2 [group.president]",
                        "handle half [plant-1.labour]");
        assertThat(appeal.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(appeal.clocks().find("handle").orElseThrow().startedOn()).isEqualTo("2026-03-17");
        assertThat(openSteps(appeal)).contains(Step.ACCEPT, Step.DECLINE).doesNotContain(Step.GIVE_OPINION);
        // Five rungs, the registration and the acceptance nobody gave.
        assertThat(appeal.sequence()).isEqualTo(7);
        assertThat(appeal.nextDueAt()).isEqualTo(at("2026-04-23T09:00"));
        assertThat(appeal.fire(EDITION, EDITION.organisation(), at("2026-04-23T09:00")))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.rung().name()).isEqualTo("standing-5");
                    assertThat(standing.recipients()).containsExactly("group.president");
                    assertThat(standing.digest()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nobody is away
                "plant-1.labour | 2027-01-01 | 2027-01-31 | plant-1.labour, plant-1.director, machinery.manager",
                // the deputy stands in
                "plant-1.labour | 2026-03-01 | 2026-03-31 | plant-1.petitions, plant-1.director, machinery.manager",
                // nobody stands in: the next above takes the place
                "plant-1.director | 2026-03-01 | 2026-03-31 | plant-1.labour, machinery.manager, machinery.manager",
                "machinery.manager | 2026-03-01 | | plant-1.labour, plant-1.director, group.president"
            })
    void tellsWhoStandsInForTheAbsentAndTheNextAboveAVacancy(
            String post, LocalDate from, LocalDate until, String told) {
        Organisation today = with(EDITION.organisation(), new Absence(post, from, until));
        PetitionCase appeal = appeal();
        List<String> recipients = new ArrayList<>();

        for (int rung = 0; rung < 3; rung++) {
            recipients.add(appeal.fire(EDITION, today, at("2026-03-18T00:00"))
                    .orElseThrow()
                    .recipients()
                    .getLast());
        }

        assertThat(String.join(", ", recipients)).isEqualTo(told);
    }

    @Test
    void tellsWhoReallyStandsInOfANewAMovedAndAReviewedCase() {
        LoadedRulebook away = SampleConfiguration.edition("\nposts:", """

            absences:
              - {post: plant-1.labour, from: 2026-03-01}
              - {post: machinery.petitions, from: 2026-03-01}
              - {post: plant-2.petitions, from: 2026-03-01}
            posts:\
            """);
        PetitionCase appeal = appeal(away);
        Actor petitions = new Actor("qian.yun", "plant-1.petitions");
        Turn turn = new Turn(
                petitions, null, EDITION, away, at("2026-03-03T10:00"), SampleCases.roster(at("2026-03-03T10:00")));
        take(appeal, new Command.Reassign("plant-1.labour"), turn);
        take(appeal, new Command.HandOver("plant-2", null), turn);
        PetitionCase reviewed = appeal();
        take(reviewed, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        take(reviewed, Step.GIVE_OPINION, turn(LI_WEI, "2026-04-01T10:00"));
        take(reviewed, Step.SERVE, turn(LI_WEI, "2026-04-01T11:00"));
        reviewed.askReview("1", supplement("1"), at("2026-04-02T10:00"), EDITION, away, at("2026-04-02T10:00"));

        assertThat(appeal.recorded().getFirst())
                .isInstanceOfSatisfying(
                        CaseRegistered.class,
                        event -> assertThat(event.alerts()).containsExactly("plant-1.petitions"));
        assertThat(steps(appeal))
                .extracting(CaseStepTaken::step, CaseStepTaken::owner, CaseStepTaken::alerts)
                .containsExactly(
                        tuple("reassign", "plant-1.labour", List.of("plant-1.petitions")),
                        tuple("transfer", "plant-2.petitions", List.of("plant-2.director")));
        assertThat(steps(reviewed).getLast().alerts()).containsExactly("machinery.manager");
    }

    private static List<CaseStepTaken> steps(PetitionCase petitionCase) {
        return petitionCase.recorded().stream()
                .filter(CaseStepTaken.class::isInstance)
                .map(CaseStepTaken.class::cast)
                .toList();
    }

    private static Organisation with(Organisation organisation, Absence absence) {
        return new Organisation(
                organisation.id(),
                organisation.name(),
                organisation.zone(),
                organisation.units(),
                organisation.posts(),
                organisation.discipline(),
                List.of(absence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4  | ",
                "5  | plant-1.director",
                "10 | plant-1.director, machinery.manager",
                "20 | plant-1.director, machinery.manager, group.president",
                "50 | plant-1.director, machinery.manager, group.president"
            })
    void alarmsTheLineAtOnceOfAPetitionOfMany(int people, String told) {
        PetitionCase claimed = ofMany(people, true);
        PetitionCase counted = ofMany(people, false);

        // What the petitioner claims alarms nobody until a person confirms it.
        assertThat(claimed.sequence()).isEqualTo(1);
        assertThat(counted.sequence()).isEqualTo(told == null ? 1 : 2);
        Outcome confirmed = take(claimed, new Command.ConfirmCount(people), turn(LI_WEI, "2026-03-02T11:00"));
        assertThat(confirmed)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.event())
                                .isInstanceOfSatisfying(
                                        CaseStepTaken.class,
                                        step -> assertThat(String.join(", ", step.alerts()))
                                                .isEqualTo(told == null ? "" : told)));
    }

    @Test
    void alarmsWhoHeadsTheUnitWhoseCaseAPostAboveHas() {
        Registration one = appeal().registration();
        Assignment above = new Assignment(
                "plant-1-assembly", "plant-1.labour", false, one.assignment().reason());

        PetitionCase many = ofMany(10, false, above);

        assertThat(many.recorded().getLast())
                .isInstanceOfSatisfying(
                        CaseStepTaken.class,
                        step -> assertThat(step.alerts())
                                .containsExactly("plant-1-assembly.foreman", "plant-1.director"));
    }

    @ParameterizedTest
    @CsvSource({
        "machinery.safety, group.safety,             'plant-1-assembly.foreman, plant-1.director'",
        "plant-1.labour,   group.safety,             plant-1-assembly.foreman",
        "plant-1.labour,   plant-1-assembly.foreman, plant-1.director"
    })
    void tellsAtOnceWhoLeadsWhereAnUrgentTopicIs(String owner, String absent, String told) {
        LoadedRulebook edition = SampleConfiguration.edition(
                "\nposts:", "\nabsences: [{post: " + absent + ", from: 2026-03-01}]\nposts:");
        Registration one = appeal().registration();
        Assignment assignment = new Assignment(
                "plant-1-assembly", owner, false, one.assignment().reason());
        PetitionCase urgent = new PetitionCase("petition-4");
        urgent.register(
                new Registration(one.petition(), Classification.chosen("safety", "adapter"), assignment, 1),
                Exclusion.NONE,
                edition,
                at("2026-03-02T10:00"));

        assertThat(urgent.recorded().getFirst())
                .isInstanceOfSatisfying(
                        CaseRegistered.class,
                        event -> assertThat(event.alerts()).containsExactly(owner));
        assertThat(steps(urgent))
                .extracting(CaseStepTaken::step, step -> String.join(", ", step.alerts()))
                .containsExactly(tuple("urgent", told));
    }

    private static PetitionCase ofMany(int people, boolean claimed) {
        return ofMany(people, claimed, appeal().registration().assignment());
    }

    private static PetitionCase ofMany(int people, boolean claimed, Assignment assignment) {
        Registration one = appeal().registration();
        Petition petition = one.petition();
        PetitionCase made = new PetitionCase("petition-3");
        made.register(
                new Registration(
                        new Petition(
                                petition.channel(),
                                petition.purpose(),
                                petition.addressed(),
                                petition.receivedAt(),
                                petition.takenAt(),
                                petition.occurredOn(),
                                people,
                                claimed,
                                null,
                                null,
                                null,
                                petition.content(),
                                null),
                        one.classification(),
                        assignment,
                        1),
                Exclusion.NONE,
                EDITION,
                at("2026-03-02T10:00"));
        return made;
    }

    @Test
    void extendsTheLimitOnceWithTheHeadsApproval() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        Actor head = new Actor("zhao.gang", "plant-1.director");

        assertThat(take(appeal, Step.EXTEND, turn(LI_WEI, "2026-04-10T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.HEAD_APPROVES));
        appeal.fire(EDITION, EDITION.organisation(), at("2026-04-10T10:00"));
        assertThat(take(appeal, Step.EXTEND, turn(head, "2026-04-10T10:00"))).isInstanceOf(Outcome.Done.class);

        Clock handle = appeal.clocks().find("handle").orElseThrow();
        // Ninety days from the 10th of March.
        assertThat(handle.dueOn()).isEqualTo("2026-06-08");
        assertThat(handle.explanation().text(Locale.CHINESE))
                .contains("期限60日", "原至2026-05-09期满", "经plant-1.director于2026-04-10批准延长30日");
        assertThat(handle.rungs())
                .extracting(Rung::name, Rung::dueAt)
                .contains(
                        tuple("half", at("2026-04-09T09:00")),
                        tuple("eighty", at("2026-05-21T09:00")),
                        tuple("due", at("2026-06-09T00:00")));
        assertThat(take(appeal, Step.EXTEND, turn(head, "2026-04-11T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.EXTENDED_ONCE));
    }

    @Test
    void resumesTheLimitOfWhoTakesACaseBackAndGoesUpTheSecondTime() {
        PetitionCase appeal = appeal();
        Clock first = appeal.clocks().find("notice").orElseThrow();

        take(appeal, Step.TRANSFER, turn(LI_WEI, "2026-03-04T10:00"));
        assertThat(appeal.assignment().unit()).isEqualTo("plant-2");
        assertThat(states(appeal)).containsExactly("notice MET", "notice RUNNING", "objection RUNNING");
        Actor receiver = new Actor("pan.xue", "plant-2.petitions");
        take(appeal, Step.OBJECT, turn(receiver, "2026-03-05T10:00"));
        assertThat(appeal.assignment().unit()).isEqualTo("plant-1");
        take(appeal, Step.TAKE_BACK, turn(LI_WEI, "2026-03-06T10:00"));

        assertThat(appeal.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(appeal.clocks().running()).containsExactly(first);

        take(appeal, Step.TRANSFER, turn(LI_WEI, "2026-03-09T10:00"));
        take(appeal, Step.OBJECT, turn(receiver, "2026-03-10T10:00"));
        take(appeal, Step.TAKE_BACK, turn(LI_WEI, "2026-03-11T10:00"));
        assertThat(appeal.assignment().unit()).isEqualTo("machinery");
        assertThat(appeal.assignment().owner()).isEqualTo("machinery.petitions");
        assertThat(appeal.history().getLast().what()).isEqualTo(HistoryEntry.What.RETURNED_TWICE);
    }

    @Test
    void letsTheCommonSuperiorDecideADisputeAfterWhichNobodyObjects() {
        PetitionCase appeal = appeal();
        Actor receiver = new Actor("pan.xue", "plant-2.petitions");
        Actor superior = new Actor("luo.min", "machinery.petitions");
        take(appeal, Step.TRANSFER, turn(LI_WEI, "2026-03-04T10:00"));
        take(appeal, Step.OBJECT, turn(receiver, "2026-03-05T10:00"));
        take(appeal, Step.INSIST, turn(LI_WEI, "2026-03-06T10:00"));
        assertThat(appeal.assignment().owner()).isEqualTo("machinery.petitions");

        take(appeal, new Command.DecideUnit("plant-2"), turn(superior, "2026-03-09T10:00"));

        assertThat(appeal.state()).isEqualTo(CaseState.TRANSFERRED);
        assertThat(appeal.assignment().unit()).isEqualTo("plant-2");
        assertThat(take(appeal, Step.OBJECT, turn(receiver, "2026-03-10T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.OBJECTION_IN_TIME));
    }

    @Test
    void letsAnObjectionComeWithinFiveWorkingDays() {
        PetitionCase appeal = appeal();
        Actor receiver = new Actor("pan.xue", "plant-2.petitions");
        take(appeal, Step.TRANSFER, turn(LI_WEI, "2026-03-04T10:00"));

        // The fifth working day after Wednesday, the 4th of March, is Wednesday, the 11th.
        assertThat(take(appeal, Step.OBJECT, turn(receiver, "2026-03-12T00:00")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(take(appeal, Step.OBJECT, turn(receiver, "2026-03-11T23:59")))
                .isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-12, 2026-06-11T23:59, true",
        "2026-05-12, 2026-06-12T00:00, false",
        // an unknown day of service never runs against the petitioner
        ", 2027-06-12T00:00, true"
    })
    void judgesTheRequestForAReviewByTheDayOfServiceAndTheMomentItWasTaken(
            LocalDate servedOn, String takenAt, boolean allowed) {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        take(appeal, Step.GIVE_OPINION, turn(LI_WEI, "2026-05-11T10:00"));
        take(appeal, new Command.Serve(ServiceKind.POST, servedOn, false), turn(LI_WEI, "2026-05-12T10:00"));
        take(appeal, Step.CLOSE, turn(LI_WEI, "2026-05-13T10:00"));

        CaseEvent event = appeal.askReview(
                        "request-1", supplement("request-1"), at(takenAt), EDITION, EDITION, at("2027-06-13T10:00"))
                .orElseThrow();

        assertThat(event instanceof CaseRequestRefused).isEqualTo(!allowed);
        assertThat(appeal.state()).isEqualTo(allowed ? CaseState.UNDER_REVIEW : CaseState.CLOSED);
        if (allowed) {
            assertThat(appeal.assignment().unit()).isEqualTo("machinery");
        }
    }

    @Test
    void owesWhatIsPromisedByItsDayAndIsResolvedByItsProof() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        take(
                appeal,
                new Command.GiveOpinion(
                        OpinionOutcome.SUPPORTED,
                        List.of(
                                Promise.of("plant-1.labour", LocalDate.of(2026, 4, 1)),
                                Promise.of("plant-1.director", LocalDate.of(2026, 5, 1)))),
                turn(LI_WEI, "2026-03-11T10:00"));
        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-12T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.EXECUTING);
        // Set by a person: the first of May, a holiday, does not move.
        assertThat(appeal.clocks().find("carry-out").orElseThrow().dueOn()).isEqualTo("2026-05-01");
        assertThat(appeal.dueAt()).as("the first of April").isEqualTo(at("2026-04-02T00:00"));
        assertThat(appeal.targetAt()).isEqualTo(appeal.dueAt());
        assertThat(take(appeal, Step.CLOSE, turn(LI_WEI, "2026-03-13T10:00"))).isInstanceOf(Outcome.Refused.class);

        take(appeal, new Command.Fulfil(1), turn(LI_WEI, "2026-03-20T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.EXECUTING);
        assertThat(appeal.dueAt()).isEqualTo(at("2026-05-02T00:00"));
        assertThat(appeal.targetAt()).isEqualTo(appeal.dueAt());
        assertThat(take(appeal, new Command.Fulfil(1), turn(LI_WEI, "2026-03-21T10:00")))
                .isInstanceOf(Outcome.Wrong.class);
        take(appeal, new Command.Fulfil(2), turn(LI_WEI, "2026-03-22T10:00"));
        assertThat(appeal.state()).isEqualTo(CaseState.RESOLVED);
        assertThat(appeal.clocks().find("carry-out").orElseThrow().state()).isEqualTo(Clock.State.MET);
        assertThat(appeal.nextDueAt()).isNull();
    }

    @Test
    void watchesAndKeepsEachPromiseAlone() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        take(
                appeal,
                new Command.GiveOpinion(
                        OpinionOutcome.SUPPORTED,
                        List.of(
                                Promise.of("plant-1.labour", LocalDate.of(2026, 5, 15)),
                                Promise.of("plant-1.director", LocalDate.of(2026, 3, 27)))),
                turn(LI_WEI, "2026-03-11T10:00"));
        assertThat(appeal.targetAt()).as("listed before it is served").isEqualTo(at("2026-03-28T00:00"));
        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-12T10:00"));

        while (appeal.fire(EDITION, EDITION.organisation(), at("2026-03-28T10:00"))
                .isPresent()) {
            // Until nothing is due.
        }
        take(appeal, new Command.Fulfil(2), turn(LI_WEI, "2026-03-30T10:00"));

        assertThat(appeal.clocks().all().stream().filter(clock -> clock.kind().equals("carry-out")))
                .extracting(Clock::dueOn, Clock::state)
                .containsExactly(
                        tuple(LocalDate.of(2026, 5, 15), Clock.State.RUNNING),
                        tuple(LocalDate.of(2026, 3, 27), Clock.State.LATE));
        take(appeal, new Command.Fulfil(1), turn(LI_WEI, "2026-05-15T10:00"));
        assertThat(appeal.clocks().all().stream().filter(clock -> clock.kind().equals("carry-out")))
                .extracting(Clock::state)
                .containsExactly(Clock.State.MET, Clock.State.LATE);
        assertThat(appeal.state()).isEqualTo(CaseState.RESOLVED);
        assertThat(appeal.targetAt()).isNull();
    }

    @Test
    void owesByTheDayThatWasPromisedThoughItPassedBeforeTheOpinionWasServed() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        take(
                appeal,
                new Command.GiveOpinion(
                        OpinionOutcome.SUPPORTED, List.of(Promise.of("plant-1.labour", LocalDate.of(2026, 3, 13)))),
                turn(LI_WEI, "2026-03-11T10:00"));
        take(appeal, Step.SERVE, turn(LI_WEI, "2026-03-20T10:00"));

        Clock owed = appeal.clocks().find("carry-out").orElseThrow();
        assertThat(owed.startedOn()).isEqualTo("2026-03-11");
        assertThat(owed.dueOn()).isEqualTo("2026-03-13");
        assertThat(owed.explanation().limit()).isEqualTo(2);
        assertThat(appeal.clocks().find("ask-review").orElseThrow().startedOn()).isEqualTo("2026-03-20");
    }

    @ParameterizedTest
    @CsvSource({
        // what the day is of, one that is a slip of the pen, the field
        "assign,    2206-03-20,       dueOn",
        "assign,    2031-03-04,       dueOn",
        "supervise, +999999999-01-01, dueOn",
        "opinion,   2260-01-01,       promises[0].dueOn",
        "hear,      +999999999-12-31, from",
        "hear,      -999999999-01-01, from",
        "hear,      2016-05-12,       from"
    })
    void takesNoDayThatIsASlipOfThePen(String what, LocalDate day, String field) {
        PetitionCase appeal = appeal();
        Turn turn = turn(LI_WEI, "2026-03-03T10:00");
        Command command = switch (what) {
            case "assign" -> new Command.HandOver("plant-2", day);
            case "supervise" -> new Command.Supervise(SupervisionLevel.RED, day);
            case "hear" -> new Command.Hear(day, day);
            default -> new Command.GiveOpinion(OpinionOutcome.SUPPORTED, List.of(Promise.of("plant-1.labour", day)));
        };
        if (what.equals("opinion") || what.equals("hear")) {
            take(appeal, Step.ACCEPT, turn);
        }
        Turn deciding = turn;
        for (String asked : what.equals("hear") ? List.of("1", "2") : List.<String>of()) {
            take(appeal, Step.GIVE_OPINION, deciding);
            take(appeal, Step.SERVE, deciding);
            appeal.askReview(asked, supplement(asked), turn.now(), EDITION, EDITION, turn.now());
            deciding = turn(owner(appeal), "2026-03-03T10:00");
        }

        assertThat(take(appeal, command, deciding))
                .isInstanceOfSatisfying(
                        Outcome.Wrong.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
    }

    /** Who has it now: a review is decided by others than before. */
    private static Actor owner(PetitionCase appeal) {
        String post = appeal.assignment().owner();
        return new Actor(EDITION.organisation().posts().get(post).officer(), post);
    }

    @Test
    void takesNoMoreNotesInAFullFileAndStillEveryDecisionRequestAndRung() {
        PetitionCase appeal = appeal();
        for (int note = 0; note < 3_000; note++) {
            take(appeal, Step.COMMENT, turn(LI_WEI, "2026-03-03T10:00"));
        }
        for (Step step : List.of(
                Step.SET_HEADING,
                Step.SET_MARK,
                Step.COMMENT,
                Step.REDACT,
                Step.SUPERVISE,
                Step.TRANSFER,
                Step.RECLASSIFY)) {
            assertThat(take(appeal, step, turn(LI_WEI, "2026-03-03T10:00")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(CaseRule.FILE_IS_FULL));
        }
        assertThat(stored(appeal)).isLessThan(1_000_000);

        assertThat(ask(appeal, Request.SUPPLEMENT, "1")).isInstanceOf(CaseSupplemented.class);
        Actor president = new Actor("zhou.mingyuan", "group.president");
        assertThat(take(appeal, Step.RECUSE, turn(president, "2026-03-03T10:00")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(appeal.fire(EDITION, EDITION.organisation(), at("2026-03-18T00:00")))
                .isPresent();
        for (Step step : List.of(Step.ACCEPT, Step.GIVE_OPINION, Step.SERVE)) {
            assertThat(take(appeal, step, turn(LI_WEI, "2026-03-18T10:00"))).isInstanceOf(Outcome.Done.class);
        }
        assertThat(ask(appeal, Request.ASK_REVIEW, "2")).isInstanceOf(CaseStepTaken.class);
    }

    @Test
    void isNotHandedRoundForEverSoThatItsEventsStaySmall() {
        PetitionCase appeal = appeal();
        Outcome last = null;
        for (int round = 0; round < 100 && !(last instanceof Outcome.Refused); round++) {
            last = take(
                    appeal,
                    new Command.HandOver(round % 2 == 0 ? "plant-2" : "plant-1", LocalDate.of(2026, 4, 1)),
                    turn(LI_WEI, "2026-03-03T10:00"));
        }

        assertThat(last)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.FILE_IS_FULL));
        assertThat(EventCodec.encode(appeal.recorded().getLast())).hasSizeLessThan(256 * 1024 / 2);
    }

    /** Bytes of the document, without the texts that lie elsewhere. */
    private static int stored(PetitionCase petitionCase) {
        MongoCustomConversions conversions = new MongoCustomConversions(List.of());
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        Document document = new Document();
        converter.write(petitionCase, document);
        RawBsonDocument raw = RawBsonDocument.parse(document.toJson());
        return raw.getByteBuffer().remaining();
    }

    @Test
    void reportsToEveryoneWhoAskedForAReport() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ASSIGN, turn(LI_WEI, "2026-03-03T10:00"));
        take(appeal, Step.SUPERVISE, turn(new Actor("chen.jing", "group.petitions"), "2026-03-04T10:00"));

        assertThat(take(appeal, Step.REPORT_BACK, turn(LI_WEI, "2026-03-05T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.event())
                                .isInstanceOfSatisfying(
                                        CaseStepTaken.class,
                                        step -> assertThat(step.alerts())
                                                .containsExactly("plant-1.labour", "group.petitions")));
    }

    @Test
    void promisesNothingInAnOpinionThatDoesNotSupport() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        List<Promise> promises = List.of(Promise.of("plant-1.labour", LocalDate.of(2026, 4, 1)));

        assertThat(take(
                        appeal,
                        new Command.GiveOpinion(OpinionOutcome.EXPLAINED, promises),
                        turn(LI_WEI, "2026-03-11T10:00")))
                .isEqualTo(new Outcome.Wrong("promises", "only-support-promises"));
    }

    @Test
    void leavesTheDaysOfAHearingOutOfTheReReview() {
        PetitionCase appeal = appeal();
        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-10T10:00"));
        for (String day : List.of("2026-04-01", "2026-05-06")) {
            take(appeal, Step.GIVE_OPINION, turn(owner(appeal), day + "T10:00"));
            take(appeal, Step.SERVE, turn(owner(appeal), day + "T11:00"));
            appeal.askReview(day, supplement(day), at(day + "T12:00"), EDITION, EDITION, at(day + "T12:00"));
        }
        assertThat(appeal.state()).isEqualTo(CaseState.UNDER_RE_REVIEW);
        // Thirty days from the 6th of May.
        assertThat(appeal.clocks().find("re-review").orElseThrow().dueOn()).isEqualTo("2026-06-05");

        take(
                appeal,
                new Command.Hear(LocalDate.of(2026, 5, 12), LocalDate.of(2026, 5, 14)),
                turn(owner(appeal), "2026-05-14T10:00"));

        assertThat(appeal.clocks().find("re-review").orElseThrow().dueOn()).isEqualTo("2026-06-08");
    }

    @Test
    void neverPutsRedSupervisionIntoADigest() {
        PetitionCase appeal = appeal();
        take(
                appeal,
                new Command.Supervise(SupervisionLevel.RED, LocalDate.of(2026, 3, 10)),
                turn(new Actor("chen.jing", "group.petitions"), "2026-03-03T10:00"));
        List<RungReached> reached = new ArrayList<>();
        for (int rung = 0; rung < 20; rung++) {
            appeal.fire(EDITION, EDITION.organisation(), at("2026-05-20T10:00")).ifPresent(reached::add);
        }

        assertThat(reached)
                .filteredOn(rung -> rung.clock().kind().equals("supervision"))
                .isNotEmpty();
        assertThat(reached).noneMatch(RungReached::digest);
        take(appeal, Step.REPORT_BACK, turn(LI_WEI, "2026-05-21T10:00"));
        assertThat(appeal.clocks().find("supervision").orElseThrow().state()).isEqualTo(Clock.State.LATE);
    }

    @Test
    void keepsTheNoticeClockOpenUntilSomeoneDecidesLate() {
        PetitionCase appeal = registered(Purpose.APPEAL, "2026-01-05T10:00", "2026-03-02T10:00");
        assertThat(states(appeal)).containsExactly("notice RUNNING", "handle RUNNING");
        Clock handle = appeal.clocks().find("handle").orElseThrow();

        take(appeal, Step.ACCEPT, turn(LI_WEI, "2026-03-02T11:00"));

        assertThat(states(appeal)).containsExactly("notice LATE", "handle RUNNING");
        assertThat(appeal.clocks().find("handle")).contains(handle);
        assertThat(openSteps(appeal)).contains(Step.GIVE_OPINION).doesNotContain(Step.ACCEPT, Step.ANSWER);
    }

    @Test
    void tellsNobodyOfAnOldPetition() {
        PetitionCase old = registered(Purpose.APPEAL, "2014-06-03T10:00", "2026-03-02T10:00");

        assertThat(old.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(states(old)).containsExactly("notice RUNNING", "handle RUNNING");
        assertThat(old.clocks().all())
                .allSatisfy(clock -> assertThat(clock.rungs())
                        .allMatch(rung -> rung.passedBeforeImport()
                                || (rung.name().startsWith("standing-") && rung.firedAt() == null)));
        assertThat(old.nextDueAt()).isAfter(at("2026-03-02T10:00")).isBefore(at("2026-03-09T10:00"));
        assertThat(old.fire(EDITION, EDITION.organisation(), at("2026-03-02T10:00")))
                .isEmpty();
        assertThat(old.sequence()).isEqualTo(2);
    }

    @Test
    void firesWhatFellDueBetweenHandingInAndRegistering() {
        PetitionCase late = new PetitionCase("petition-2");
        PetitionCase sample = appeal();
        late.register(sample.registration(), Exclusion.NONE, EDITION, at("2026-03-20T10:00"));

        assertThat(late.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(late.fire(EDITION, EDITION.organisation(), at("2026-03-20T10:00")))
                .map(RungReached::rung)
                .map(Rung::name)
                .contains("half");
    }

    @Test
    void keepsAReportWithinTheDiscipline() {
        PetitionCase report = registered(Purpose.REPORT, "2026-03-02T10:00", "2026-03-02T10:00");

        List<String> told = new ArrayList<>();
        Optional<RungReached> reached = report.fire(EDITION, EDITION.organisation(), at("2026-12-01T10:00"));
        while (reached.isPresent() && told.size() < 12) {
            told.addAll(reached.get().recipients());
            assertThat(reached.get().restricted()).isTrue();
            assertThat(reached.get().scope()).isEqualTo("discipline");
            reached = report.fire(EDITION, EDITION.organisation(), at("2026-12-01T10:00"));
        }

        assertThat(told).isNotEmpty().allMatch(post -> post.startsWith("discipline."));
        assertThat(states(report)).containsExactly("report RUNNING");
    }

    @Test
    void answersASuggestionWithinItsOwnLimit() {
        PetitionCase suggestion = registered(Purpose.SUGGESTION, "2026-03-02T10:00", "2026-03-02T10:00");
        assertThat(states(suggestion)).containsExactly("notice RUNNING", "answer RUNNING");

        take(suggestion, Step.ACCEPT, turn(LI_WEI, "2026-03-05T10:00"));
        assertThat(states(suggestion)).containsExactly("notice MET", "answer RUNNING");

        take(suggestion, Step.ANSWER, turn(LI_WEI, "2026-03-06T10:00"));
        assertThat(states(suggestion)).containsExactly("notice MET", "answer MET", "carry-out RUNNING");
    }

    private static List<Step> openSteps(PetitionCase given) {
        Set<Step> closed = given.closedSteps(turn(LI_WEI, "2026-05-01T10:00")).keySet();
        return Arrays.stream(Step.values())
                .filter(step -> !closed.contains(step))
                .toList();
    }

    private static List<String> states(PetitionCase given) {
        return given.clocks().all().stream()
                .map(clock -> clock.kind() + " " + clock.state())
                .toList();
    }
}
