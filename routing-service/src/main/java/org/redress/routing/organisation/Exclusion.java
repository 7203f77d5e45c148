package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a case is kept from: whoever it is about with all they lead (Reg. 30), and who steps out of it 回避 (Reg. 28). It
 * holds whatever posts they come to hold later, and never leaves this service.
 *
 * @param accused ids of those it is about
 * @param officers ids of those, of whoever stands in for them, directly or for a deputy, and of who heads where they work
 * @param units codes of units that may not know of it, with all below them
 * @param recused ids of officers who stepped out of it
 * @param secret true when only the office that holds it, and those above that, may know of it
 * @param unclear true until a person has found out whom it is about
 * @param meant those of the accused whom words alone name; nobody said so outright, and no person has found it out
 * @param found those of the accused whom a person found out and nobody named outright, so that a person can take it back
 */
public record Exclusion(
        Set<String> accused,
        Set<String> officers,
        Set<String> units,
        Set<String> recused,
        boolean secret,
        boolean unclear,
        Set<String> meant,
        Set<String> found) {

    /** Nobody is kept away. */
    public static final Exclusion NONE =
            new Exclusion(Set.of(), Set.of(), Set.of(), Set.of(), false, false, Set.of(), Set.of());

    /** Keeps its own copies. */
    public Exclusion {
        accused = Set.copyOf(accused);
        officers = Set.copyOf(officers);
        units = Set.copyOf(units);
        recused = Set.copyOf(recused);
        meant = meant == null ? Set.of() : Set.copyOf(meant);
        found = found == null ? Set.of() : Set.copyOf(found);
    }

    /**
     * Against some officers whom a petition says it is about, and some whom its words may mean. Words alone keep out
     * nobody who is the last that could find out.
     */
    public static Exclusion against(Set<String> said, Set<String> meant, Organisation organisation) {
        return against(said, organisation).meaning(meant, organisation);
    }

    /** The same, kept also from whom more words may mean, until a person has found out where nobody knows yet. */
    public Exclusion meaning(Set<String> more, Organisation organisation) {
        Set<String> known = decided();
        Set<String> suspects = without(more, known);
        if (suspects.isEmpty()) {
            return this;
        }
        Exclusion there = against(both(accused, suspects), organisation);
        return new Exclusion(
                        there.accused,
                        both(officers, there.officers),
                        both(units, there.units),
                        recused,
                        true,
                        unclear,
                        both(meant, suspects),
                        found)
                .sparing(organisation);
    }

    /**
     * As a person has found out: against those, against whom the petition names outright, and against whom somebody found
     * before and nobody takes back now. Whom it names outright is not screened away, since whoever screens may be meant.
     *
     * @param cleared of those whom a person found before, whom it is not about after all
     */
    public Exclusion found(Set<String> officersFound, Set<String> cleared, Organisation organisation) {
        Set<String> outright = without(decided(), found);
        Set<String> persons = both(without(found, cleared), without(officersFound, outright));
        return against(both(outright, persons), organisation).recusing(recused).foundBy(persons);
    }

    private Exclusion foundBy(Set<String> persons) {
        return new Exclusion(accused, officers, units, recused, secret, unclear, meant, persons);
    }

    /** The same without how that was found out, to compare from whom cases are kept. */
    public Exclusion plain() {
        return new Exclusion(accused, officers, units, recused, secret, unclear, Set.of(), Set.of());
    }

    /** True while somebody in the organisation may hold it. */
    public boolean leavesSomebody(Organisation organisation) {
        return new Holders(organisation).of(this).isPresent();
    }

    private Set<String> decided() {
        return without(accused, meant);
    }

    /**
     * The same for a report: words alone never keep out all of the discipline desk. Of those there whom they mean, whom only
     * the latest words mean are let in first, from the top downwards.
     *
     * @param latest whom the latest words may mean
     */
    public Exclusion sparingDesk(Set<String> latest, Organisation organisation) {
        Holders holders = new Holders(organisation);
        List<String> desk = holders.desk();
        List<String> order = Stream.of(true, false)
                .flatMap(first -> desk.stream().filter(each -> latest.contains(each) == first))
                .toList();
        return sparing(order, guard -> holders.ofDesk(guard).isPresent(), organisation);
    }

    private Exclusion sparing(Organisation organisation) {
        Holders holders = new Holders(organisation);
        return sparing(holders.lastResorts(), guard -> holders.of(guard).isPresent(), organisation);
    }

    /** Who is not named is let in before who is: whoever leads all keeps nobody out but themselves, then one by one. */
    private Exclusion sparing(List<String> order, Predicate<Exclusion> holds, Organisation organisation) {
        if (meant.isEmpty() || holds.test(this)) {
            return this;
        }
        List<Exclusion> narrower = new ArrayList<>(List.of(belowTop(organisation)));
        Set<String> left = meant;
        for (String last : order) {
            left = without(left, Set.of(last));
            narrower.add(meaningOnly(left, organisation));
        }
        narrower.add(meaningOnly(Set.of(), organisation));
        return narrower.stream().filter(holds).findFirst().orElse(this);
    }

    private Exclusion belowTop(Organisation organisation) {
        Set<String> below = without(units, Set.of(organisation.root().code()));
        Set<String> outright = against(decided(), organisation).units;
        return new Exclusion(accused, officers, both(below, outright), recused, secret, unclear, meant, found);
    }

    private Exclusion meaningOnly(Set<String> fewer, Organisation organisation) {
        Exclusion there = against(both(decided(), fewer), organisation);
        return fewer.equals(meant)
                ? this
                : new Exclusion(there.accused, there.officers, there.units, recused, secret, unclear, fewer, found);
    }

    /**
     * Against some officers: themselves, who stands in for them, the units they head and those they work in with the heads
     * of these, wherever those have their posts; but for the whole organisation where they work at its top without heading
     * it.
     */
    public static Exclusion against(Set<String> accused, Organisation organisation) {
        if (accused.isEmpty()) {
            return NONE;
        }
        Set<Post> posts = organisation.posts().values().stream()
                .filter(post -> accused.contains(post.officer()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Stream<String> deputies = posts.stream().flatMap(post -> organisation.deputies(post.id()).stream());
        String root = organisation.root().code();
        Set<Unit> theirs = posts.stream()
                .flatMap(post -> organisation.unit(post.unit()).stream())
                .filter(unit -> !unit.code().equals(root))
                .collect(Collectors.toSet());
        Stream<String> heads = theirs.stream().map(Unit::head);
        Stream<String> headed = organisation.units().values().stream()
                .filter(unit -> posts.stream().anyMatch(post -> post.id().equals(unit.head())))
                .map(Unit::code);
        return new Exclusion(
                accused,
                Stream.concat(accused.stream(), holders(Stream.concat(deputies, heads), organisation))
                        .collect(Collectors.toSet()),
                Stream.concat(theirs.stream().map(Unit::code), headed).collect(Collectors.toSet()),
                Set.of(),
                true,
                false,
                Set.of(),
                Set.of());
    }

    private static Stream<String> holders(Stream<String> posts, Organisation organisation) {
        return posts.flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .map(Post::officer);
    }

    /** The same until a person has found out whom it is about. */
    public Exclusion untilScreened() {
        return new Exclusion(accused, officers, units, recused, true, true, meant, found);
    }

    /** The same in another organisation: what those it is about head or work in there is kept out too. */
    public Exclusion in(Organisation organisation) {
        Exclusion there = against(accused, organisation);
        return new Exclusion(
                        accused,
                        both(officers, there.officers),
                        both(units, there.units),
                        recused,
                        secret,
                        unclear,
                        meant,
                        found)
                .sparing(organisation);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    /** The same without these officers, who stepped out. */
    public Exclusion recusing(Set<String> more) {
        return new Exclusion(accused, officers, units, both(recused, more), secret, unclear, meant, found);
    }

    /** True when the other is kept from the same people, and as clear about that. */
    public boolean isLike(Exclusion other) {
        return accused.equals(other.accused)
                && recused.equals(other.recused)
                && secret == other.secret
                && unclear == other.unclear;
    }

    /** True when nobody is kept away and nothing is to be found out. */
    public boolean isNone() {
        return !secret && recused.isEmpty();
    }

    /** True when who holds the post may not know of it, be it for another post of theirs. */
    public boolean keepsOut(String post, Organisation organisation) {
        Post held = organisation.posts().get(post);
        return held != null && keepsOutOfficer(held.officer(), organisation);
    }

    /** True when the officer may not know of it, whatever post they act in. */
    public boolean keepsOutOfficer(String officer, Organisation organisation) {
        return isOut(officer)
                || (!units.isEmpty()
                        && organisation.unitsAbove(officer).stream().anyMatch(units::contains));
    }

    private boolean isOut(String officer) {
        return officers.contains(officer) || recused.contains(officer);
    }

    /** True for a unit that may not know of it. */
    public boolean covers(String unit, Organisation organisation) {
        return organisation.unit(unit).stream()
                .flatMap(found -> organisation.upwards(found).stream())
                .anyMatch(each -> units.contains(each.code()));
    }
}
