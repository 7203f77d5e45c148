package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.platform.words.MailAddresses;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problems;

/** Reads {@code organisation.yaml}, with the tables beside it, and tells whatever does not hold together in them. */
final class OrganisationReader {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final Problems problems;
    private final List<Placed<Unit>> units = new ArrayList<>();
    private final List<Placed<Post>> posts = new ArrayList<>();

    OrganisationReader(Problems problems) {
        this.problems = problems;
    }

    /** Something read and where it stands. */
    record Placed<T>(T value, Entry at) {}

    /**
     * Reads it.
     *
     * @param files all files by name, among which tables may be
     */
    Organisation read(ConfigurationFile file, Map<String, String> files) {
        Entry top = file.top(problems).only("id", "name", "zone", "discipline", "units", "posts", "absences");
        Table.UNITS.entries(top, files, problems).forEach(entry -> units.add(new Placed<>(unit(entry), entry)));
        Table.POSTS.entries(top, files, problems).forEach(entry -> posts.add(new Placed<>(post(entry), entry)));
        Entry desk = top.entry("discipline").only("code", "name", "english", "line");
        Organisation organisation = Organisation.of(
                top.text("id"),
                top.text("name"),
                top.text("zone"),
                values(units),
                values(posts),
                new Discipline(desk.text("code"), desk.text("name"), absentOr(desk, "english"), desk.texts("line")),
                Table.ABSENCES.entries(top, files, problems).stream()
                        .map(this::absence)
                        .toList());
        complainOfDoubles(units, "code", Unit::code);
        complainOfDoubles(posts, "id", Post::id);
        new OrganisationChecks(organisation, units, posts).check(top, desk);
        return organisation;
    }

    private Absence absence(Entry entry) {
        entry.only("post", "from", "until");
        String post = entry.text("post");
        if (!post.isEmpty()
                && posts.stream().noneMatch(each -> each.value().id().equals(post))) {
            entry.complain("post", "is no post: " + post);
        }
        LocalDate from = entry.day("from");
        LocalDate until = entry.has("until") ? entry.day("until") : null;
        if (until != null && until.isBefore(from)) {
            entry.complain("until", "is before its first day");
        }
        return new Absence(post, from, until);
    }

    private static Unit unit(Entry entry) {
        entry.only("code", "name", "english", "parent", "head", "petitionOffice", "outsideBody");
        return new Unit(
                entry.text("code"),
                entry.text("name"),
                absentOr(entry, "english"),
                absentOr(entry, "parent"),
                entry.text("head"),
                entry.text("petitionOffice"),
                absentOr(entry, "outsideBody"));
    }

    private static Post post(Entry entry) {
        entry.only("id", "title", "english", "unit", "officer", "name", "email", "language", "deputy");
        String email = entry.text("email");
        if (!email.isEmpty() && MailAddresses.sendable(email) == null) {
            entry.complain("email", "is no address: " + email);
        }
        String name = entry.text("name");
        if (MailAddresses.sendable(name) != null) {
            entry.complain("name", "is an address and no name: " + name);
        }
        String language = entry.text("language");
        if (!language.isEmpty() && !LANGUAGES.contains(language)) {
            entry.complain("language", "is neither zh nor en: " + language);
        }
        return new Post(
                entry.text("id"),
                entry.text("title"),
                absentOr(entry, "english"),
                entry.text("unit"),
                entry.text("officer"),
                name,
                email,
                language,
                absentOr(entry, "deputy"));
    }

    private static @Nullable String absentOr(Entry entry, String key) {
        return entry.optionalText(key).orElse(null);
    }

    private static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }

    private static <T> void complainOfDoubles(List<Placed<T>> placed, String key, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        placed.stream()
                .filter(each -> !seen.add(id.apply(each.value())))
                .forEach(each -> each.at().complain(key, "is given twice: " + id.apply(each.value())));
    }
}
