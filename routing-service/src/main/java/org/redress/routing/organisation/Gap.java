package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.classification.TopicNode;

/**
 * A place where petitions would wait for a person, or where nobody is left to decide a review.
 *
 * @param kind what is missing
 * @param unit code of the unit
 * @param topic code of the topic of the first level; absent where it is about a post
 * @param post id of the post; absent where no post has the duty; the petition office of the level that cannot review
 */
public record Gap(
        Kind kind,
        String unit,
        @Nullable String topic,
        @Nullable String post) {

    /** What can be missing. */
    public enum Kind {
        /** Nobody answers for the topic in the unit or above it: petitions wait at its petition office. */
        NO_OWNER,
        /** Nobody stands in for the post that answers; an equal takes new petitions, not those the post has. */
        NO_DEPUTY,
        /** Who answers is away on that day, and nobody who stands in is there. */
        NOBODY_THERE,
        /**
         * At a level above, neither who keeps petitions nor who heads it is another person than those who have the unit's
         * cases or their review: that level's review is decided further up.
         */
        NO_REVIEWER
    }

    /** All gaps of a rulebook on a day. */
    public static List<Gap> of(Rulebook rulebook, LocalDate day) {
        Organisation organisation = rulebook.organisation();
        List<Gap> gaps = new ArrayList<>();
        for (Unit unit : organisation.units().values()) {
            for (TopicNode topic : rulebook.topics().roots()) {
                if (rulebook.net()
                        .find(List.of(topic.code()), organisation.upwards(unit))
                        .isEmpty()) {
                    gaps.add(new Gap(Kind.NO_OWNER, unit.code(), topic.code(), null));
                }
            }
            withoutReviewer(rulebook, unit)
                    .ifPresent(level -> gaps.add(new Gap(Kind.NO_REVIEWER, unit.code(), null, level.petitionOffice())));
        }
        for (String post : rulebook.net().owners()) {
            Post held = organisation.posts().get(post);
            if (held != null && held.deputy() == null) {
                gaps.add(new Gap(Kind.NO_DEPUTY, held.unit(), null, post));
            }
            if (held != null && organisation.standIn(post, day).isEmpty()) {
                gaps.add(new Gap(Kind.NOBODY_THERE, held.unit(), null, post));
            }
        }
        return gaps;
    }

    /** The level that cannot decide a review of the unit's cases, or the re-review after it; empty where each can. */
    private static Optional<Unit> withoutReviewer(Rulebook rulebook, Unit unit) {
        Organisation organisation = rulebook.organisation();
        Assigner assigner = new Assigner(rulebook);
        Set<String> before = holders(organisation, handling(rulebook, unit));
        List<Unit> above = organisation.upwards(unit).stream().skip(1).limit(2).toList();
        String below = unit.code();
        for (Unit level : above) {
            Assignment review = assigner.toReviewer(below, before, Exclusion.NONE);
            if (!review.unit().equals(level.code())) {
                return Optional.of(level);
            }
            before.addAll(holders(organisation, Stream.of(review.owner())));
            below = level.code();
        }
        return Optional.empty();
    }

    /** Posts that may come to have a case of the unit without anybody choosing them. */
    private static Stream<String> handling(Rulebook rulebook, Unit unit) {
        List<Unit> upwards = rulebook.organisation().upwards(unit);
        Stream<String> topics = Stream.concat(
                rulebook.topics().roots().stream().map(TopicNode::code),
                rulebook.net().duties().stream().map(Duty::topic));
        Stream<String> owners = topics.distinct()
                .flatMap(topic -> rulebook.net().find(rulebook.topics().upwards(topic), upwards).stream())
                .flatMap(duty -> duty.owners().stream());
        return Stream.concat(Stream.of(unit.petitionOffice(), unit.head()), owners);
    }

    private static Set<String> holders(Organisation organisation, Stream<String> posts) {
        return posts.flatMap(post -> Stream.ofNullable(organisation.posts().get(post)))
                .map(Post::officer)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
