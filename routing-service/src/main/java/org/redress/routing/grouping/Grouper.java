package org.redress.routing.grouping;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.redress.platform.looping.Loop;
import org.redress.routing.cases.GroupableCases;
import org.redress.routing.cases.GroupableCases.Opened;
import org.redress.routing.near.NearPairs;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the petitions of each day once it is over, in the order they were taken, and tells which joined which group;
 * those of today are only compared with earlier ones, soon after they are registered.
 * One instance does it at a time; one that comes late finds that its version is not the last and makes its memory anew.
 */
final class Grouper {

    private static final Logger log = LoggerFactory.getLogger(Grouper.class);
    private static final int AT_ONCE = 200;

    /** A group that nothing joined for a year is forgotten, so that runs older than that say nothing any more. */
    private static final int REMEMBERED_DAYS = 400;

    /** Memory is made anew after so many days, so that what is older goes. */
    private static final int ANEW_AFTER_DAYS = 60;

    private final GroupableCases cases;
    private final Runs runs;
    private final NearPairs pairs;
    private final BooleanSupplier turn;
    private final Editions editions;
    private final InstantSource clock;
    private @Nullable Memory memory;
    private LocalDate madeOn = LocalDate.MIN;

    /**
     * One that groups these.
     *
     * @param turn takes or keeps the turn; false while another instance has it
     */
    Grouper(
            GroupableCases cases,
            Runs runs,
            NearPairs pairs,
            BooleanSupplier turn,
            Editions editions,
            InstantSource clock) {
        this.cases = cases;
        this.runs = runs;
        this.pairs = pairs;
        this.turn = turn;
        this.editions = editions;
        this.clock = clock;
    }

    /** Some petitions, or the end of a day; false when there is nothing to do before the next petition or the next day. */
    boolean some() {
        LocalDate today = today();
        if (!turn.getAsBoolean()) {
            memory = null;
            return false;
        }
        Memory held = memory == null || madeOn.plusDays(ANEW_AFTER_DAYS).isBefore(today) ? remember(today) : memory;
        Optional<LocalDate> day = day(held).filter(next -> next.isBefore(today));
        // Where this fails, or another instance was faster, what is remembered is not what is written.
        memory = null;
        boolean compared = day.isEmpty() && compareSome(held);
        if (day.isEmpty() || goOn(held, day.get())) {
            memory = held;
        }
        return day.isPresent() || compared;
    }

    /** Compares petitions of today with those before; false where none waits for it. */
    private boolean compareSome(Memory held) {
        List<String> ids = cases.uncompared(AT_ONCE);
        cases.read(ids).forEach(each -> propose(held, each));
        cases.comparedNow(ids);
        return !ids.isEmpty();
    }

    private void propose(Memory held, Opened petition) {
        pairs.propose(petition.id(), held.near(petition));
    }

    private Memory remember(LocalDate today) {
        Memory fresh = new Memory(unheard(editions.active().organisation()));
        for (String id : runs.ids(today.minusDays(REMEMBERED_DAYS))) {
            Loop.comesForward();
            if (!turn.getAsBoolean()) {
                log.info("Another instance took the turn over");
                break;
            }
            fresh.follow(runs.find(id), cases, this::endOf);
        }
        for (List<String> some : inParts(cases.compared())) {
            Loop.comesForward();
            cases.read(some).forEach(fresh::near);
        }
        madeOn = today;
        return fresh;
    }

    /** Names of units say whose matter it is and not what it is about; those of officers are nobody's business. */
    private static List<String> unheard(Organisation organisation) {
        List<String> unheard = new ArrayList<>();
        organisation.unitNames().values().forEach(name -> unheard.add(name.in(Locale.CHINESE)));
        organisation.posts().values().stream()
                .map(Post::name)
                .filter(name -> !name.isBlank())
                .forEach(unheard::add);
        return unheard;
    }

    /** The first day that is not complete; empty while nothing was ever taken. */
    private Optional<LocalDate> day(Memory held) {
        GroupingRun last = held.last();
        if (last != null) {
            return Optional.of(last.isComplete() ? last.day().plusDays(1) : last.day());
        }
        return cases.first().map(this::dayOf);
    }

    /** False when another instance was faster. */
    private boolean goOn(Memory held, LocalDate day) {
        List<String> ids = cases.ungrouped(endOf(day), AT_ONCE);
        if (ids.isEmpty()) {
            return complete(held, day);
        }
        List<Opened> fresh =
                cases.read(ids.stream().filter(id -> !held.knows(id)).toList());
        boolean written = true;
        if (!fresh.isEmpty()) {
            fresh.forEach(each -> propose(held, each));
            GroupingRun run = runFor(held, day);
            run.went(held.read(fresh), now());
            written = write(held, run);
        }
        if (written) {
            cases.lookedAt(ids);
        }
        return written;
    }

    private boolean complete(Memory held, LocalDate day) {
        GroupingRun run = runFor(held, day);
        Memory.Evening evening = held.evening(endOf(day));
        held.forget(endOf(day.minusDays(REMEMBERED_DAYS)));
        run.complete(evening.merged(), evening.described(), now());
        if (!write(held, run)) {
            return false;
        }
        log.info(
                "The petitions of {} are grouped; {} groups became one",
                day,
                evening.merged().size());
        return true;
    }

    private static List<List<String>> inParts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.add(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        return parts;
    }

    private static GroupingRun runFor(Memory held, LocalDate day) {
        GroupingRun last = held.last();
        if (last != null && !last.isFull()) {
            return last;
        }
        return new GroupingRun(last == null ? 1 : last.number() + 1, day);
    }

    private boolean write(Memory held, GroupingRun run) {
        boolean written = runs.write(run);
        if (written) {
            held.wrote(run);
        }
        return written;
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return ZoneId.of(editions.active().organisation().zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
