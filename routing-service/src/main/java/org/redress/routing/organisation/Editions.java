package org.redress.routing.organisation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.routing.configuration.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of the organisation, ready for use: the one in effect with the absences that officers entered, which every
 * instance follows, and those that older cases keep.
 */
public final class Editions {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final Versions versions;
    private final WorkingCalendar calendar;
    private final Leaves leaves;
    private final Map<Integer, LoadedRulebook> known = new ConcurrentHashMap<>();
    private volatile LoadedRulebook active;
    private List<Absence> away = List.of();

    /** Puts the configured files into effect when their content never was, and nobody put anything into effect by hand. */
    Editions(Versions versions, WorkingCalendar calendar, RulebookFiles configured, Leaves leaves) {
        this.versions = versions;
        this.calendar = calendar;
        this.leaves = leaves;
        this.active = start(configured);
        follow();
    }

    /** The one in effect; whoever needs it twice for one thing keeps what it got. */
    public LoadedRulebook active() {
        return active;
    }

    /**
     * The one of that number.
     *
     * @throws IllegalStateException when there never was one
     */
    public LoadedRulebook of(int number) {
        return known.computeIfAbsent(number, this::load);
    }

    /** What a rulebook would be with the absences that officers entered. */
    public Rulebook withAbsences(Rulebook rulebook) {
        return rulebook.with(leaves.absences());
    }

    /** Where the cases of units belong, in an edition, that were moved or are no longer there. */
    public Succession succession(LoadedRulebook upTo) {
        return new Succession(
                versions.all().subList(0, upTo.number()), number -> of(number).organisation());
    }

    /** Takes over the version that took effect last, whoever put it into effect, and the absences as they are now. */
    public synchronized void follow() {
        int last = Math.max(active.number(), versions.all().size());
        List<Absence> entered = leaves.absences();
        if (last > active.number()) {
            log.info(
                    "Version {} of the organisation {} is in effect",
                    last,
                    of(last).organisation().id());
        } else if (entered.equals(away)) {
            return;
        }
        away = entered;
        active = of(last).with(entered);
    }

    private LoadedRulebook load(int number) {
        Version version = versions.find(number)
                .orElseThrow(() -> new IllegalStateException("there is no version " + number + " of the organisation"));
        Rulebook rulebook = versions.rulebook(version.digest())
                .orElseThrow(() -> new IllegalStateException(
                        "the files of version " + number + " of the organisation are missing"));
        return LoadedRulebook.of(number, rulebook, calendar);
    }

    /**
     * The folder rules until somebody puts a version into effect; then a start turns nothing back. It is checked as a draft
     * only when it is to take effect: what is in effect is in effect, whatever a later release asks of drafts.
     */
    private LoadedRulebook start(RulebookFiles configured) {
        List<Version> all = versions.all();
        while (all.stream().noneMatch(version -> holds(version, configured) || version.by() != null)) {
            Rulebook rulebook = all.isEmpty()
                    ? configured.rulebook()
                    : configured.rulebookAfter(of(all.size()).organisation(), new Problems());
            versions.keep(configured);
            if (!versions.activate(all.size(), rulebook, configured.digest(), Activation.BY_FOLDER)) {
                log.info("Another instance changed the organisation at the same moment");
            }
            all = versions.all();
        }
        LoadedRulebook last = of(all.size());
        tell(all.getLast(), configured, last.organisation().id());
        return last;
    }

    private static boolean holds(Version version, RulebookFiles configured) {
        return version.digest().equals(configured.digest());
    }

    private static void tell(Version last, RulebookFiles configured, String id) {
        if (holds(last, configured)) {
            log.info("Version {} of the organisation {} is in effect", last.number(), id);
        } else {
            log.warn(
                    "Version {} of the organisation {} stays in effect; the configuration folder holds something else."
                            + " To put that into effect: deploy/redress organisation activate FOLDER --reason TEXT",
                    last.number(),
                    id);
        }
    }
}
