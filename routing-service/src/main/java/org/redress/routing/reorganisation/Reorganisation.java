package org.redress.routing.reorganisation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.redress.platform.publishing.EventTooLargeException;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.cases.OpenCases;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problems;
import org.redress.routing.organisation.Activation;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Gap;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Move;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.organisation.RulebookFiles;
import org.redress.routing.organisation.Versions;

/** Changes the organisation: a draft is validated whole and shown first, and takes effect by its digest. */
public final class Reorganisation {

    private final Versions versions;
    private final Editions editions;
    private final OpenCases open;
    private final InstantSource clock;

    Reorganisation(Versions versions, Editions editions, OpenCases open, InstantSource clock) {
        this.versions = versions;
        this.editions = editions;
        this.open = open;
        this.clock = clock;
    }

    /**
     * Keeps a draft and says what it would change. Holiday notices are looked at and not kept: the folder has them, and
     * routing reads them there when it starts.
     *
     * @param given its files; what is not given is as in the version in effect
     * @throws InvalidConfigurationException with everything that is wrong; nothing is kept then
     */
    public Draft draft(Collection<RulebookFiles.TextFile> given) {
        LoadedRulebook today = today();
        Problems problems = new Problems();
        List<RulebookFiles.TextFile> rules = new ArrayList<>();
        for (RulebookFiles.TextFile file : given) {
            if (HolidayNotices.isNotice(file.name())) {
                HolidayNotices.check(new ConfigurationFile(file.name(), file.text()), problems);
            } else {
                rules.add(file);
            }
        }
        RulebookFiles files = filesOf(today.number()).with(rules);
        Rulebook rulebook = files.rulebookAfter(today.organisation(), problems);
        versions.keep(files);
        return new Draft(
                files.digest(),
                today.number(),
                Draft.differences(editions.of(today.number()).rulebook(), rulebook),
                Gap.of(editions.withAbsences(rulebook), today.clockwork().dayOf(clock.instant())),
                open.strangersTo(rulebook.organisation()),
                gone(today.organisation(), rulebook.organisation()));
    }

    /**
     * Puts a draft into effect.
     *
     * @param seen number of the version that was in effect when it was looked at
     * @throws InvalidConfigurationException when it is valid no longer
     */
    public Outcome activate(String digest, int seen, Activation activation) {
        LoadedRulebook today = today();
        if (today.number() != seen) {
            return new Outcome.Changed(today.number());
        }
        if (versions.full(activation.moves().size())) {
            return new Outcome.Full();
        }
        Optional<RulebookFiles> files = versions.files(digest);
        if (files.isEmpty()) {
            return new Outcome.Wrong("digest", "no-such-draft");
        }
        Rulebook rulebook = files.get().rulebookAfter(today.organisation(), new Problems());
        return obstacle(digest, today, rulebook.organisation(), activation.moves())
                .orElseGet(() -> activate(digest, seen, rulebook, activation));
    }

    private Outcome activate(String digest, int seen, Rulebook rulebook, Activation activation) {
        try {
            boolean done = versions.activate(seen, rulebook, digest, activation);
            editions.follow();
            return done
                    ? new Outcome.Done()
                    : new Outcome.Changed(editions.active().number());
        } catch (EventTooLargeException e) {
            return new Outcome.TooLarge();
        }
    }

    private Optional<Outcome> obstacle(String digest, LoadedRulebook today, Organisation after, List<Move> moves) {
        if (filesOf(today.number()).digest().equals(digest)) {
            return Optional.of(new Outcome.InEffect());
        }
        return wrong(moves, today.organisation(), after).or(() -> unmoved(moves, today.organisation(), after));
    }

    private Optional<Outcome> unmoved(List<Move> moves, Organisation before, Organisation after) {
        List<String> units = gone(before, after).stream()
                .filter(unit -> moves.stream().noneMatch(move -> move.unit().equals(unit)))
                .toList();
        return units.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Unfollowed(units));
    }

    private static Optional<Outcome> wrong(List<Move> moves, Organisation before, Organisation after) {
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            String field = "moves[" + i + "].";
            if (before.unit(move.unit()).isEmpty()) {
                return Optional.of(new Outcome.Wrong(field + "unit", "no-such-unit"));
            }
            if (moves.subList(0, i).stream().anyMatch(each -> each.unit().equals(move.unit()))) {
                return Optional.of(new Outcome.Wrong(field + "unit", "moved-twice"));
            }
            if (after.unit(move.to()).isEmpty()) {
                return Optional.of(new Outcome.Wrong(field + "to", "no-such-unit-then"));
            }
            if (move.to().equals(move.unit())) {
                return Optional.of(new Outcome.Wrong(field + "to", "same-unit"));
            }
        }
        return Optional.empty();
    }

    /** The units that go; whether they have open cases is not an administrator's to know, so each has to be followed. */
    private static List<String> gone(Organisation before, Organisation after) {
        return before.units().keySet().stream()
                .filter(unit -> after.unit(unit).isEmpty())
                .sorted()
                .toList();
    }

    /** The one in effect, also where another instance has just changed it. */
    private LoadedRulebook today() {
        editions.follow();
        return editions.active();
    }

    private RulebookFiles filesOf(int number) {
        return versions.find(number)
                .flatMap(version -> versions.files(version.digest()))
                .orElseThrow(() -> new IllegalStateException("the files of version " + number + " are missing"));
    }
}
