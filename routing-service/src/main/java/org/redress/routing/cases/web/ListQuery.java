package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.cases.CaseList;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.procedure.CaseState;

/** Understands the parameters of the list, and says of each that is wrong what would be right. */
final class ListQuery {

    private final List<FieldProblem> wrong = new ArrayList<>();
    private final Rulebook rulebook;
    private final Predicate<CaseList.Filter> isAny;
    private final ZoneId zone;

    /** By a rulebook, and by the cases there are: what the rulebook no longer knows may still have some. */
    ListQuery(Rulebook rulebook, Predicate<CaseList.Filter> isAny, ZoneId zone) {
        this.rulebook = rulebook;
        this.isAny = isAny;
        this.zone = zone;
    }

    CaseList.Filter filter(
            @Nullable String owner,
            @Nullable String unit,
            @Nullable String state,
            @Nullable String topic,
            @Nullable String dueBefore,
            @Nullable String number) {
        if (owner != null) {
            requireOwner(owner);
        }
        if (unit != null) {
            requireUnit(unit);
        }
        if (topic != null) {
            requireTopic(topic);
        }
        CaseList.Filter filter = new CaseList.Filter(
                owner == null ? null : Set.of(owner),
                unit == null ? null : Set.of(unit),
                state == null ? null : state(state),
                topic == null ? null : rulebook.topics().downwards(topic),
                null,
                dueBefore == null ? null : moment(dueBefore),
                number,
                null,
                false,
                false,
                null,
                null,
                CaseList.Order.NEXT_UP);
        refuseWrong();
        return filter;
    }

    private void requireOwner(String post) {
        Organisation organisation = rulebook.organisation();
        if (!organisation.posts().containsKey(post) && !isAny.test(CaseList.Filter.ofOwner(post))) {
            wrong.add(unknown("owner", "post", organisation.root().head()));
        }
    }

    private void requireUnit(String code) {
        Organisation organisation = rulebook.organisation();
        if (!organisation.has(code) && !isAny.test(CaseList.Filter.ofUnit(code))) {
            wrong.add(unknown("unit", "unit", organisation.root().code()));
        }
    }

    private void requireTopic(String code) {
        TopicTree topics = rulebook.topics();
        if (topics.find(code).isEmpty() && !isAny.test(CaseList.Filter.ofTopic(code))) {
            wrong.add(unknown("topic", "topic", topics.otherwise()));
        }
    }

    private static FieldProblem unknown(String field, String kind, String example) {
        return new FieldProblem(
                field, Message.of("field.no-such-" + kind), Message.of("accepted." + kind + "-code", example));
    }

    CaseList.@Nullable Cursor cursor(@Nullable String text, CaseList.Order order) {
        Optional<CaseList.Cursor> cursor = text == null ? Optional.empty() : CaseList.Cursor.of(text, order);
        if (text != null && cursor.isEmpty()) {
            wrong.add(new FieldProblem("cursor", "field.invalid", null));
        }
        refuseWrong();
        return cursor.orElse(null);
    }

    private @Nullable Set<CaseState> state(String name) {
        Predicate<CaseState> named = state -> Names.of(state).equals(name);
        Optional<CaseState> found =
                Arrays.stream(CaseState.values()).filter(named).findFirst();
        if (found.isEmpty()) {
            String known = Arrays.stream(CaseState.values()).map(Names::of).collect(Collectors.joining(", "));
            wrong.add(new FieldProblem("state", Message.of("field.invalid"), Message.of("accepted.one-of", known)));
        }
        return found.map(Set::of).orElse(null);
    }

    /** A day means its beginning in the organisation's zone: cases whose due day lies before it. */
    private @Nullable Instant moment(String text) {
        Instant moment = new Moments(zone).moment(text);
        if (moment == null) {
            wrong.add(new FieldProblem("dueBefore", "field.type", "accepted.date"));
        }
        return moment;
    }

    private void refuseWrong() {
        if (!wrong.isEmpty()) {
            throw new InvalidRequestException(wrong);
        }
    }
}
