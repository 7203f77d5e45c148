package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.organisation.Absence;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sets apart, in the list of what somebody has to do, what is their own and what they do for others 代理, until when. */
@Component
class StandIns {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");

    private final DutyLists lists;
    private final LimitViews limits;
    private final Editions editions;
    private final MessageSource messages;

    StandIns(DutyLists lists, LimitViews limits, Editions editions, MessageSource messages) {
        this.lists = lists;
        this.limits = limits;
        this.editions = editions;
        this.messages = messages;
    }

    /**
     * A part of the list, with its number, that leads to itself alone.
     *
     * @param name whose it is
     * @param total how many there are
     * @param here true for the one shown
     * @param address where it is
     */
    record Share(String name, CaseList.Total total, boolean here, String address) {}

    private record Theirs(Share share, boolean away) {}

    /** The parts by posts; none for who works in one post alone. Posts of others count while they are away or have something. */
    List<Share> of(Asked asked, CaseList.Total shown, Caller reader, Locale locale) {
        if (asked.scope() != Scope.MINE) {
            return List.of();
        }
        Organisation organisation = editions.active().organisation();
        Set<String> held = organisation.heldBy(reader.id());
        Set<String> others = new LinkedHashSet<>(organisation.worksIn(reader.id(), limits.today()));
        others.removeAll(held);
        if (held.size() + others.size() < 2) {
            return List.of();
        }
        Share all = share(messages.getMessage("cases.share.all", null, locale), asked.heldBy(""), asked, shown, reader);
        Stream<Share> own = held.stream()
                .map(post -> share(own(post, held.size(), locale), asked.heldBy(post), asked, shown, reader));
        Stream<Share> theirs = others.stream()
                .map(post -> new Theirs(
                        share(theirs(post, locale), asked.heldBy(post), asked, shown, reader),
                        organisation.absence(post, limits.today()).isPresent()))
                .filter(each -> each.away()
                        || each.share().here()
                        || each.share().total().number() > 0)
                .map(Theirs::share);
        return Stream.of(Stream.of(all), own, theirs).flatMap(each -> each).toList();
    }

    private Share share(String name, Asked of, Asked asked, CaseList.Total shown, Caller reader) {
        boolean here = of.owner().equals(asked.owner());
        return new Share(name, here ? shown : lists.count(of, reader), here, of.with("cursor", ""));
    }

    private String own(String post, int number, Locale locale) {
        String title = editions.active().organisation().postTitle(post, locale);
        return number == 1
                ? messages.getMessage("cases.share.own", null, locale)
                : messages.getMessage("cases.share.own-post", new Object[] {title}, locale);
    }

    /** Whom the reader stands in for at a case of a post, and until when; absent for the reader's own. */
    @Nullable
    String forWhom(String post, Caller reader, Locale locale) {
        Organisation organisation = editions.active().organisation();
        boolean own = organisation.heldBy(reader.id()).contains(post);
        boolean theirs =
                !own && organisation.worksIn(reader.id(), limits.today()).contains(post);
        return theirs ? theirs(post, locale) : null;
    }

    private String theirs(String post, Locale locale) {
        Organisation organisation = editions.active().organisation();
        String name = organisation.post(post).map(Post::name).orElse(post);
        Optional<Absence> absence = organisation.absence(post, limits.today());
        LocalDate until = absence.map(Absence::until).orElse(null);
        if (until != null) {
            return messages.getMessage("cases.share.until", new Object[] {name, day(until)}, locale);
        }
        return messages.getMessage(
                absence.isPresent() ? "cases.share.away" : "cases.share.deputy", new Object[] {name}, locale);
    }

    /** With the year only when it is another one. */
    String day(LocalDate day) {
        return day.getYear() == limits.today().getYear() ? day.format(SHORT) : day.toString();
    }
}
