package org.redress.routing.organisation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.routing.configuration.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of the organisation, ready for use: the one in effect, which every instance follows, and those that older
 * cases keep.
 */
public final class Editions {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final Versions versions;
    private final WorkingCalendar calendar;
    private final Map<Integer, LoadedRulebook> known = new ConcurrentHashMap<>();
    private volatile LoadedRulebook active;

    /** Puts the configured files into effect when their content never was, and nobody put anything into effect by hand. */
    Editions(Versions versions, WorkingCalendar calendar, RulebookFiles configured) {
        this.versions = versions;
        this.calendar = calendar;
        this.active = start(configured);
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

    /** Where the cases of units belong, in an edition, that were moved or are no longer there. */
    public Succession succession(LoadedRulebook upTo) {
        return new Succession(
                versions.all().subList(0, upTo.number()), number -> of(number).organisation());
    }

    /** Takes over the version that took effect last, whoever put it into effect. */
    public void follow() {
        int last = versions.all().size();
        if (last > active.number()) {
            take(of(last));
        }
    }

    private synchronized void take(LoadedRulebook next) {
        if (next.number() > active.number()) {
            active = next;
            log.info(
                    "Version {} of the organisation {} is in effect",
                    next.number(),
                    next.organisation().id());
        }
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
