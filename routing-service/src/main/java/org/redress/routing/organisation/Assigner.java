package org.redress.routing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.classification.Classification;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.organisation.OwnerReason.Basis;

/** Finds the owner of a petition; every petition gets one, whatever it says. */
public final class Assigner {

    private static final String EVERY_TOPIC = "全部事项";
    private static final String EVERY_TOPIC_ENGLISH = "every topic";

    private final Rulebook rulebook;
    private final Organisation organisation;
    private final Holders holders;

    /** By a rulebook. */
    public Assigner(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.organisation = rulebook.organisation();
        this.holders = new Holders(organisation);
    }

    /** True when a petition to this address is the discipline desk's, whatever its purpose. */
    public boolean isForDiscipline(@Nullable String addressed) {
        return organisation.discipline().code().equals(addressed);
    }

    /** The discipline desk as owner: outside every unit, no topic, restricted. */
    public Assignment toDiscipline() {
        Discipline desk = organisation.discipline();
        OwnerReason reason = OwnerReason.of(Basis.DISCIPLINE, desk.name());
        return new Assignment(desk.code(), desk.line().getFirst(), true, reason);
    }

    /**
     * The owner in the line.
     *
     * @param addressed code of the unit the petition names; absent means the root
     * @param guard whom the case is kept from, who are passed over among equals
     * @param roster whose turn it is among equals
     */
    public Assignment assign(@Nullable String addressed, Classification classified, Exclusion guard, Roster roster) {
        Unit root = organisation.root();
        Optional<Unit> named = addressed == null ? Optional.of(root) : organisation.unit(addressed);
        if (named.isEmpty()) {
            return kept(root, Basis.UNKNOWN_UNIT, addressed);
        }
        if (!classified.found()) {
            return kept(named.get(), Basis.NO_TOPIC, null);
        }
        return byNet(named.get(), classified.topic(), guard, roster);
    }

    /**
     * Who files thanks: the petition office of the unit they are addressed to, or else its head, or further up, who is not
     * thanked.
     *
     * @param thanked ids of the officers whom their words may mean
     */
    public Assignment toFileThanks(@Nullable String addressed, Collection<String> thanked) {
        Unit root = organisation.root();
        Unit named = addressed == null ? root : organisation.unit(addressed).orElse(root);
        return organisation.upwards(named).stream()
                .flatMap(unit -> free(officesOf(unit), thanked, Exclusion.NONE)
                        .map(post ->
                                new Assignment(unit.code(), post, false, OwnerReason.of(Basis.THANKS, unit.name()))))
                .findFirst()
                .orElseGet(() -> kept(root, Basis.THANKS, null));
    }

    /**
     * The petition office of the common superior of two units.
     *
     * @param basis why it goes there
     */
    public Assignment toCommonSuperior(String one, String other, Basis basis) {
        List<Unit> above = upwards(one);
        List<Unit> others = upwards(other);
        Unit common = above.stream()
                .filter(others::contains)
                .filter(unit -> !unit.code().equals(one) && !unit.code().equals(other))
                .findFirst()
                .orElseGet(organisation::root);
        return kept(common, basis, null);
    }

    /**
     * Who sees to a review: one level up the petition office, or else the head, or further up, who had nothing to do with
     * the case before; at the top the body outside it.
     *
     * @param before ids of the officers who decided on it or had it
     * @param guard whom it is kept from
     */
    public Assignment toReviewer(String unit, Collection<String> before, Exclusion guard) {
        String parent = organisation.unit(unit).map(Unit::parent).orElse(null);
        return parent == null
                ? toOutsideBody(before, guard)
                : reviewerFrom(organisation.unit(parent).orElseGet(organisation::root), before, guard);
    }

    /** The same assignment where the officer had nothing to do with the case before; otherwise who else reviews it. */
    public Assignment apartFrom(Collection<String> before, Assignment chosen, Exclusion guard) {
        Post held = organisation.posts().get(chosen.owner());
        if (held == null || !before.contains(held.officer())) {
            return chosen;
        }
        Unit from = organisation.unit(chosen.unit()).orElseGet(organisation::root);
        Assignment other = reviewerFrom(from, before, guard);
        return new Assignment(other.unit(), other.owner(), other.restricted() || chosen.restricted(), other.reason());
    }

    private Assignment reviewerFrom(Unit from, Collection<String> before, Exclusion guard) {
        return organisation.upwards(from).stream()
                .flatMap(unit -> free(officesOf(unit), before, guard)
                        .map(post ->
                                new Assignment(unit.code(), post, false, OwnerReason.of(Basis.REVIEW, unit.name()))))
                .findFirst()
                .orElseGet(() -> toOutsideBody(before, guard));
    }

    /** The body outside decides; the file is kept by who had nothing to do with the case, where somebody is left. */
    private Assignment toOutsideBody(Collection<String> before, Exclusion guard) {
        Unit root = organisation.root();
        OwnerReason reason =
                new OwnerReason(Basis.OUTSIDE_BODY, root.name(), null, null, root.outsideBody(), null, null);
        Stream<Assignment> atTheTop =
                free(officesOf(root), before, guard).map(post -> new Assignment(root.code(), post, false, reason));
        Stream<Assignment> atTheDesk = free(organisation.discipline().line().stream(), before, guard)
                .map(post -> new Assignment(organisation.discipline().code(), post, true, reason));
        return Stream.concat(atTheTop, atTheDesk)
                .findFirst()
                .orElseGet(() -> new Assignment(root.code(), root.petitionOffice(), false, reason));
    }

    private static Stream<String> officesOf(Unit unit) {
        return Stream.of(unit.petitionOffice(), unit.head());
    }

    private Stream<String> free(Stream<String> posts, Collection<String> before, Exclusion guard) {
        return posts.flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .filter(post -> !before.contains(post.officer()))
                .map(Post::id)
                .filter(post -> !guard.keepsOut(post, organisation));
    }

    /** The post an officer gave the case to; the unit stays. */
    public Assignment reassigned(Assignment before, String post) {
        String unit = organisation.unit(before.unit()).map(Unit::name).orElse(before.unit());
        OwnerReason reason = OwnerReason.of(Basis.REASSIGNED, unit);
        return new Assignment(before.unit(), post, before.restricted(), reason);
    }

    /** Who holds what is kept secret from some: the first office above all of them, the top, or the discipline desk. */
    public Assignment guarded(Exclusion guard) {
        return holders.of(guard).orElseGet(holders::nobody);
    }

    /**
     * Who holds a case that was to be given to somebody, if they may know of it: otherwise who is next. A report stays
     * with the discipline desk, and goes to the root where all of the desk are kept out. Whoever steps out is followed by
     * who is next in the line, not by an equal: the head, who learns of it that way, may give it to an equal.
     */
    public Assignment over(Assignment proposed, Exclusion guard) {
        if (guard.isNone()) {
            return proposed;
        }
        boolean desks = organisation.discipline().code().equals(proposed.unit());
        if (!isOut(proposed, desks, guard)) {
            return new Assignment(
                    proposed.unit(), proposed.owner(), proposed.restricted() || guard.secret(), proposed.reason());
        }
        if (desks && proposed.isHeld()) {
            return holders.ofDesk(guard)
                    .map(post -> new Assignment(proposed.unit(), post, true, proposed.reason()))
                    .orElseGet(() -> guarded(guard));
        }
        return guard.secret() ? guarded(guard) : recused(proposed, guard);
    }

    /**
     * Who has a case whose unit or owner is no longer there, or whose unit's cases were moved: who has such a case in the
     * unit that follows.
     *
     * @param unit code of the unit that follows its own
     * @param classified its topic; absent where the topic does not decide who has it
     * @param roster whose turn it is among equals
     */
    public Assignment following(
            Assignment before, String unit, @Nullable Classification classified, Exclusion guard, Roster roster) {
        Unit there = organisation.unit(unit).orElseGet(organisation::root);
        Basis basis = before.reason().basis();
        Assignment proposed = switch (basis) {
            case DISCIPLINE -> toDiscipline();
            case GUARDED, GUARDED_OUTSIDE, NOBODY_LEFT -> guarded(guard);
            case NET, RECUSED, REASSIGNED ->
                classified == null
                        ? kept(there, Basis.REVIEW, null)
                        : guard.secret() ? guarded(guard) : assign(there.code(), classified, guard, roster);
            case OUTSIDE_BODY ->
                there.parent() == null ? toOutsideBody(Set.of(), guard) : kept(there, Basis.REVIEW, null);
            case NO_TOPIC, THANKS, UNKNOWN_UNIT, COMMON_SUPERIOR, RETURNED_TWICE, REVIEW ->
                kept(there, basis, before.reason().unknownUnit());
        };
        Assignment after = over(proposed, guard);
        return new Assignment(after.unit(), after.owner(), after.restricted() || before.restricted(), after.reason());
    }

    /** True when somebody else has to have it: what a post or unit had that is no more has to be somebody's too. */
    private boolean isOut(Assignment proposed, boolean desks, Exclusion guard) {
        return guard.keepsOut(proposed.owner(), organisation)
                || !organisation.posts().containsKey(proposed.owner())
                || !(desks || organisation.unit(proposed.unit()).isPresent())
                || (guard.secret() && guard.covers(proposed.unit(), organisation));
    }

    private Assignment recused(Assignment proposed, Exclusion guard) {
        Line line = organisation.lineOf(proposed, guard);
        if (organisation.discipline().line().contains(line.owner())) {
            return guarded(guard);
        }
        String unit = organisation.unit(proposed.unit()).map(Unit::name).orElse(proposed.unit());
        OwnerReason reason = OwnerReason.of(Basis.RECUSED, unit);
        return new Assignment(proposed.unit(), line.owner(), proposed.restricted(), reason);
    }

    private List<Unit> upwards(String code) {
        return organisation.unit(code).map(organisation::upwards).orElseGet(() -> List.of(organisation.root()));
    }

    private static Assignment kept(Unit unit, Basis basis, @Nullable String unknown) {
        OwnerReason reason = new OwnerReason(basis, unit.name(), null, null, null, unknown, null);
        return new Assignment(unit.code(), unit.petitionOffice(), false, reason);
    }

    private Assignment byNet(Unit unit, String topic, Exclusion guard, Roster roster) {
        List<String> topics = rulebook.topics().upwards(topic);
        return rulebook.net()
                .find(topics, organisation.upwards(unit))
                .map(duty -> byDuty(unit, duty, guard, roster))
                .orElseGet(() -> kept(unit, Basis.NO_TOPIC, null));
    }

    private Assignment byDuty(Unit unit, Duty duty, Exclusion guard, Roster roster) {
        OwnerReason reason = reason(unit, duty);
        if (!duty.isShared()) {
            return new Assignment(unit.code(), duty.owners().getFirst(), false, reason);
        }
        Roster.Pick next = roster.next(duty, rulebook, guard);
        return new Assignment(
                unit.code(), next.post(), false, reason.among(duty.owners().size(), next.open()));
    }

    private OwnerReason reason(Unit unit, Duty duty) {
        Optional<TopicNode> topic = rulebook.topics().find(duty.topic());
        String holder = organisation.unit(duty.unit()).map(Unit::name).orElse(duty.unit());
        return new OwnerReason(
                Basis.NET,
                unit.name(),
                topic.map(TopicNode::name).orElse(EVERY_TOPIC),
                topic.map(TopicNode::english).orElse(EVERY_TOPIC_ENGLISH),
                holder,
                null,
                null);
    }
}
