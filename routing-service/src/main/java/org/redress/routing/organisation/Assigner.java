package org.redress.routing.organisation;

import java.util.List;
import java.util.Optional;
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

    /** By a rulebook. */
    public Assigner(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.organisation = rulebook.organisation();
    }

    /** True when a petition to this address is the discipline desk's, whatever its purpose. */
    public boolean isForDiscipline(@Nullable String addressed) {
        return organisation.discipline().code().equals(addressed);
    }

    /** The discipline desk as owner: outside every unit, no topic, restricted. */
    public Assignment toDiscipline() {
        Discipline desk = organisation.discipline();
        OwnerReason reason = new OwnerReason(Basis.DISCIPLINE, desk.name(), null, null, null, null);
        return new Assignment(desk.code(), desk.line().getFirst(), true, reason);
    }

    /**
     * The owner in the line.
     *
     * @param addressed code of the unit the petition names; absent means the root
     */
    public Assignment assign(@Nullable String addressed, Classification classified) {
        Unit root = organisation.root();
        Optional<Unit> named = addressed == null ? Optional.of(root) : organisation.unit(addressed);
        if (named.isEmpty()) {
            return kept(root, Basis.UNKNOWN_UNIT, addressed);
        }
        if (!classified.found()) {
            return kept(named.get(), Basis.NO_TOPIC, null);
        }
        return byNet(named.get(), classified.topic());
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

    /** Who sees to a review: the petition office one level up, or the root's for the body outside it. */
    public Assignment toReviewer(String unit) {
        Unit reviewed = organisation.unit(unit).orElseGet(organisation::root);
        String parent = reviewed.parent();
        if (parent == null) {
            OwnerReason reason =
                    new OwnerReason(Basis.OUTSIDE_BODY, reviewed.name(), null, null, reviewed.outsideBody(), null);
            return new Assignment(reviewed.code(), reviewed.petitionOffice(), false, reason);
        }
        return kept(organisation.unit(parent).orElseGet(organisation::root), Basis.REVIEW, null);
    }

    /** The post an officer gave the case to; the unit stays. */
    public Assignment reassigned(Assignment before, String post) {
        String unit = organisation.unit(before.unit()).map(Unit::name).orElse(before.unit());
        OwnerReason reason = new OwnerReason(Basis.REASSIGNED, unit, null, null, null, null);
        return new Assignment(before.unit(), post, before.restricted(), reason);
    }

    private List<Unit> upwards(String code) {
        return organisation.unit(code).map(organisation::upwards).orElseGet(() -> List.of(organisation.root()));
    }

    private static Assignment kept(Unit unit, Basis basis, @Nullable String unknown) {
        OwnerReason reason = new OwnerReason(basis, unit.name(), null, null, null, unknown);
        return new Assignment(unit.code(), unit.petitionOffice(), false, reason);
    }

    private Assignment byNet(Unit unit, String topic) {
        List<String> topics = rulebook.topics().upwards(topic);
        return rulebook.net()
                .find(topics, organisation.upwards(unit))
                .map(duty -> new Assignment(unit.code(), duty.owner(), false, reason(unit, duty)))
                .orElseGet(() -> kept(unit, Basis.NO_TOPIC, null));
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
                null);
    }
}
