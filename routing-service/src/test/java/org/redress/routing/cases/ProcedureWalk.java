package org.redress.routing.cases;

import static org.redress.routing.cases.SampleCases.EDITION;
import static org.redress.routing.cases.SampleCases.sheet;
import static org.redress.routing.cases.SampleCases.supplement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Request;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Situation;
import org.redress.routing.procedure.Situation.Fact;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

/** Takes a real case through everything that can happen to it, breadth first, until no new standing comes up. */
final class ProcedureWalk {

    /** Someone who stands in every line, so that no refusal is for want of rights. */
    private static final Actor PRESIDENT = new Actor("zhou.mingyuan", "group.president");

    /** Those who decide on reviews, who had nothing to do with the case before. */
    private static final Actor REVIEWER = new Actor("gao.yang", "group.works");

    private static final Actor HELPER = new Actor("dong.liang", "services.logistics");

    private static final Actor RE_REVIEWER = new Actor("tang.yi", "group.community");

    /** Keeps the petitions of the whole organisation. */
    private static final Actor CHEN_JING = new Actor("chen.jing", "group.petitions");

    private static final Set<Step> OF_THE_OFFICE =
            EnumSet.of(Step.LIMIT_READING, Step.LIFT_LIMIT, Step.ASK_NAMED, Step.NOTE_NAMED);

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Something that can happen to a case. */
    sealed interface Move {

        /** Its name in the table. */
        String name();

        /** An officer's command, in one of its variants. */
        record Officer(Step step, int variant) implements Move {
            @Override
            public String name() {
                return Names.of(step);
            }
        }

        /** A petitioner's request. */
        record Petitioner(Request request) implements Move {
            @Override
            public String name() {
                return Names.of(request);
            }
        }

        /** A hundred days pass, and every rung that is due fires. */
        record Time() implements Move {
            @Override
            public String name() {
                return "a hundred days pass";
            }
        }
    }

    /**
     * What a move did.
     *
     * @param from the standing before
     * @param move the move
     * @param rule the rule it would have broken; absent when it was done
     * @param to the standing after
     * @param before the case before
     * @param after the case after
     */
    record Seen(
            Situation from, Move move, Optional<String> rule, Situation to, PetitionCase before, PetitionCase after) {}

    private final Purpose purpose;
    private final List<Move> moves;

    ProcedureWalk(Purpose purpose) {
        this.purpose = purpose;
        List<Move> all = new ArrayList<>();
        for (Step step : Step.values()) {
            int variants = switch (step) {
                case ACCEPT -> 3;
                case GIVE_OPINION,
                        SERVE,
                        CONFIRM_REDACTION,
                        UNDO_REDACTION,
                        RETURN_PART,
                        REFUSE_EXTENSION,
                        END_TARGET,
                        CONFIRM_RETURN,
                        REFUSE_RETURN,
                        LIFT_LIMIT,
                        ASK_NAMED,
                        NOTE_NAMED,
                        REMIND -> 2;
                default -> 1;
            };
            for (int variant = 0; variant < variants; variant++) {
                all.add(new Move.Officer(step, variant));
            }
        }
        Stream.of(Request.values()).map(Move.Petitioner::new).forEach(all::add);
        all.add(new Move.Time());
        moves = List.copyOf(all);
    }

    /** Everything that can happen, from every standing that can be reached. */
    List<Seen> walk() {
        List<Seen> seen = new ArrayList<>();
        Map<Situation, List<Move>> reached = new LinkedHashMap<>();
        Deque<List<Move>> open = new ArrayDeque<>();
        Line start = replay(List.of());
        reached.put(onItsWay(start.standing()), List.of());
        open.add(List.of());
        while (!open.isEmpty()) {
            List<Move> path = open.remove();
            Line unprepared = replay(path);
            // What is refused changes nothing: all that is refused is tried on this one, which stays as it was.
            Line refusing = replay(path);
            Line next = replay(path);
            for (Move move : moves) {
                Line before = unprepared;
                Line after = next;
                if (!before(move).isEmpty()) {
                    before = replay(path);
                    before.prepare(move);
                    after = replay(path);
                    after.prepare(move);
                }
                Situation from = before.standing();
                Optional<String> rule = after.make(move);
                Situation to = after.standing();
                if (after == next && rule.isPresent() && move instanceof Move.Officer) {
                    refusing.make(move);
                    after = refusing;
                } else if (after == next) {
                    next = replay(path);
                }
                seen.add(new Seen(from, move, rule, to, before.petitionCase, after.petitionCase));
                if (!reached.containsKey(onItsWay(to))) {
                    List<Move> further =
                            Stream.concat(path.stream(), Stream.of(move)).toList();
                    reached.put(onItsWay(to), further);
                    open.add(further);
                }
            }
        }
        return seen;
    }

    /** What is blacked out, proposed or limited changes nothing else: it is looked at in every standing, but leads to no further one. */
    private static Situation onItsWay(Situation standing) {
        Set<Fact> facts = new HashSet<>(standing.facts());
        facts.removeAll(Set.of(
                Fact.REDACTION_PROPOSED,
                Fact.REDACTED,
                Fact.EXTENSION_ASKED,
                Fact.TARGET_SET,
                Fact.PART_ASKED,
                Fact.CALL_BACK_OWED,
                Fact.BODY_ANSWERED,
                Fact.RETURN_ASKED,
                Fact.RETURN_OVER,
                Fact.LIMITED,
                Fact.LIMIT_RUNS,
                Fact.REMINDED));
        return new Situation(standing.purpose(), standing.state(), standing.way(), standing.instance(), facts);
    }

    /** The steps that come before, where one waits for what somebody else proposed. */
    private static List<Step> before(Move move) {
        return move instanceof Move.Officer officer && officer.variant() == 1
                ? switch (officer.step()) {
                    case CONFIRM_REDACTION, UNDO_REDACTION -> List.of(Step.REDACT);
                    case REFUSE_EXTENSION -> List.of(Step.ASK_EXTENSION);
                    case END_TARGET -> List.of(Step.SET_TARGET);
                    case RETURN_PART -> List.of(Step.ASK_PART);
                    case CONFIRM_RETURN, REFUSE_RETURN -> List.of(Step.RETURN_TO_BODY);
                    case LIFT_LIMIT, ASK_NAMED -> List.of(Step.LIMIT_READING);
                    case NOTE_NAMED -> List.of(Step.LIMIT_READING, Step.ASK_NAMED);
                    case REMIND -> List.of(Step.REMIND);
                    default -> List.of();
                }
                : List.of();
    }

    private static Actor preparing(Step step) {
        if (step == Step.REMIND) {
            return PRESIDENT;
        }
        return OF_THE_OFFICE.contains(step) ? CHEN_JING : SampleCases.LI_WEI;
    }

    private Line replay(List<Move> path) {
        Line line = new Line();
        path.forEach(move -> {
            line.prepare(move);
            line.make(move);
        });
        return line;
    }

    /** One case on its way; a move a day. */
    private final class Line {

        private final PetitionCase petitionCase = sheet(purpose);
        private LocalDate day = FIRST_DAY;
        private int requests;

        private Situation standing() {
            return petitionCase.standing(EDITION, day);
        }

        private Instant now() {
            return day.atTime(10, 0).atZone(ZONE).toInstant();
        }

        /** Where something is to be blacked out, shown again, returned, refused or ended, somebody below began it. */
        private void prepare(Move move) {
            before(move)
                    .forEach(step ->
                            SampleCases.take(petitionCase, SampleCases.command(step, day), turn(preparing(step))));
        }

        private Optional<String> make(Move move) {
            return switch (move) {
                case Move.Officer officer -> take(officer);
                case Move.Petitioner petitioner -> ask(petitioner.request());
                case Move.Time time -> pass();
            };
        }

        private Optional<String> take(Move.Officer officer) {
            Command command = command(officer);
            Outcome outcome = SampleCases.take(petitionCase, command, turn(actor(officer.step())));
            return switch (outcome) {
                case Outcome.Done done -> Optional.empty();
                case Outcome.Refused refused -> Optional.of(Names.of(refused.rule()));
                default -> throw new AssertionError(officer + " came to " + outcome);
            };
        }

        private Actor actor(Step step) {
            if (step == Step.PROPOSE) {
                return SampleCases.LI_WEI;
            }
            if (OF_THE_OFFICE.contains(step)) {
                return CHEN_JING;
            }
            if (step == Step.RETURN_PART) {
                return HELPER;
            }
            boolean ofReview = switch (step) {
                case TAKE_UP, HEAR, GIVE_OPINION, REASSIGN -> true;
                default -> false;
            };
            return !ofReview || petitionCase.instance() == ReviewLevel.FIRST
                    ? PRESIDENT
                    : petitionCase.instance() == ReviewLevel.REVIEW ? REVIEWER : RE_REVIEWER;
        }

        private Turn turn(Actor by) {
            return new Turn(by, null, EDITION, EDITION, now(), SampleCases.roster(now()));
        }

        private Command command(Move.Officer officer) {
            return switch (officer.step()) {
                case ACCEPT -> new Command.Accept(Way.values()[officer.variant()]);
                case TRANSFER -> new Command.HandOver(another(), null);
                case ASSIGN -> new Command.HandOver(another(), day.plusDays(20));
                case GIVE_OPINION ->
                    officer.variant() == 0
                            ? SampleCases.command(Step.GIVE_OPINION, day)
                            : new Command.GiveOpinion(
                                    OpinionOutcome.SUPPORTED, List.of(Promise.of("plant-1.labour", day.plusDays(10))));
                case REASSIGN ->
                    new Command.Reassign(
                            petitionCase.instance() == ReviewLevel.FIRST
                                    ? "plant-1.petitions"
                                    : another(petitionCase.instance()));
                case SERVE -> new Command.Serve(ServiceKind.POST, officer.variant() == 0 ? day : null, false);
                default -> SampleCases.command(officer.step(), day);
            };
        }

        private String another(ReviewLevel instance) {
            return instance == ReviewLevel.REVIEW ? "group.works" : "group.community";
        }

        private String another() {
            return petitionCase.assignment().unit().equals("plant-2") ? "construction" : "plant-2";
        }

        private Optional<String> ask(Request request) {
            String id = "request-" + requests++;
            Supplier<Examined> text = supplement(id);
            Optional<CaseEvent> event = switch (request) {
                case SUPPLEMENT -> petitionCase.supplement(id, text, EDITION, EDITION, now());
                case WITHDRAW -> petitionCase.withdraw(id, text, EDITION, EDITION, now());
                case ASK_REVIEW -> petitionCase.askReview(id, text, now(), EDITION, EDITION, now());
            };
            return event.filter(CaseRequestRefused.class::isInstance)
                    .map(CaseRequestRefused.class::cast)
                    .map(CaseRequestRefused::rule);
        }

        private Optional<String> pass() {
            day = day.plusDays(100);
            while (petitionCase.fire(EDITION, EDITION.organisation(), now()).isPresent()) {
                // the next one
            }
            return Optional.empty();
        }
    }
}
