package org.redress.platform.organisation;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Words;
import org.redress.contracts.organisation.OrganisationActivated;

/**
 * A version of the organisation, as it was published. What a version does not tell, since it was published before that was
 * told, reads as nothing, and a name as the code.
 *
 * @param version its number, 0 while none is known
 * @param units the tree, by code; in versions that do not tell the desk apart, the desk too
 * @param posts posts and their holders, by id
 * @param desk the discipline desk; absent in versions that do not tell it apart
 * @param topics the tree of topics, by code, each behind the one above it
 * @param clocks names of the kinds of clocks
 * @param since business time since when each post has had the holder it has now, for those that changed hands
 */
public record Directory(
        int version,
        Map<String, Unit> units,
        Map<String, Post> posts,
        Optional<Desk> desk,
        Map<String, Topic> topics,
        Map<String, Name> clocks,
        Map<String, Instant> since)
        implements Chart<Directory.Unit, Directory.Post> {

    /** None is known yet. */
    public static final Directory NONE =
            new Directory(0, Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of(), Map.of());

    /**
     * A unit.
     *
     * @param code short stable code
     * @param called its name
     * @param parent code of the unit above; absent for the root
     * @param head post that heads it
     * @param petitionOffice post that keeps its petitions
     */
    public record Unit(String code, Name called, @Nullable String parent, String head, String petitionOffice)
            implements Place {}

    /**
     * A post and its holder.
     *
     * @param id its id
     * @param called its title
     * @param unit code of its unit
     * @param officer id of who holds it
     * @param name the officer's name
     * @param email the officer's address
     * @param language zh or en
     * @param deputy post that stands in for it; absent when none does
     */
    public record Post(
            String id,
            Name called,
            String unit,
            String officer,
            String name,
            String email,
            String language,
            @Nullable String deputy)
            implements Seat {}

    /**
     * The discipline desk.
     *
     * @param code code of its unit
     * @param called its name
     * @param line its posts, from the one that takes reports upwards
     */
    public record Desk(String code, Name called, List<String> line) implements Chart.Desk {}

    /**
     * A topic.
     *
     * @param code its code
     * @param called its name, the code where it was published without
     * @param parent code of the topic above; absent on the first level
     */
    public record Topic(String code, Name called, @Nullable String parent) {}

    /** As it was published. */
    public static Directory of(OrganisationActivated event, Map<String, Instant> since) {
        Optional<Desk> desk = Optional.ofNullable(event.desk()).map(told -> desk(told, event.units()));
        return new Directory(
                event.version(),
                index(
                        event.units().stream()
                                .filter(unit ->
                                        desk.isEmpty() || !desk.get().code().equals(unit.code()))
                                .map(Directory::unit),
                        Unit::code),
                index(event.posts().stream().map(Directory::post), Post::id),
                desk,
                index(
                        Objects.requireNonNullElse(event.topics(), List.<OrganisationActivated.TopicNode>of()).stream()
                                .map(Directory::topic),
                        Topic::code),
                Objects.requireNonNullElse(event.clocks(), List.<OrganisationActivated.ClockKind>of()).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                OrganisationActivated.ClockKind::kind,
                                clock -> new Name(clock.name(), clock.english()))),
                Map.copyOf(since));
    }

    private static <T> Map<String, T> index(Stream<T> all, Function<T, String> key) {
        Map<String, T> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.put(key.apply(each), each));
        return Collections.unmodifiableMap(byKey);
    }

    private static Unit unit(OrganisationActivated.Unit told) {
        return new Unit(
                told.code(), new Name(told.name(), told.english()), told.parent(), told.head(), told.petitionOffice());
    }

    private static Post post(OrganisationActivated.Post told) {
        return new Post(
                told.id(),
                new Name(told.title(), told.english()),
                told.unit(),
                told.officer(),
                told.name(),
                told.email(),
                told.language(),
                told.deputy());
    }

    private static Desk desk(OrganisationActivated.Desk told, List<OrganisationActivated.Unit> units) {
        Name name = units.stream()
                .filter(unit -> unit.code().equals(told.code()))
                .findFirst()
                .map(unit -> new Name(unit.name(), unit.english()))
                .orElseGet(() -> new Name(told.code(), null));
        return new Desk(told.code(), name, List.copyOf(told.line()));
    }

    private static Topic topic(OrganisationActivated.TopicNode told) {
        Name name = new Name(Objects.requireNonNullElse(told.name(), told.code()), told.english());
        return new Topic(told.code(), name, told.parent());
    }

    /** True when one was published. */
    public boolean isKnown() {
        return version > 0;
    }

    /** What a topic is called in a language; its code where it is not known. */
    public String topicName(String code, Locale locale) {
        Topic topic = topics.get(code);
        return topic == null ? code : topic.called().in(locale);
    }

    /** What a kind of clocks is called in a language; the kind itself where nobody gave it a name. */
    public String clockName(String kind, Locale locale) {
        return Optional.ofNullable(clocks.get(kind))
                .map(name -> name.in(locale))
                .or(() -> Words.name("clock", kind, locale))
                .orElse(kind);
    }

    /** How deep a topic stands in the tree, from 1. */
    public int levelOf(Topic topic) {
        int level = 1;
        @Nullable Topic above = topic;
        while (above != null && above.parent() != null && level <= topics.size()) {
            level++;
            above = topics.get(above.parent());
        }
        return level;
    }

    /** Codes of the topic and of all below it; empty when there is none of that code. */
    public Set<String> topicsUnder(String code) {
        Set<String> branch = new HashSet<>();
        // Each topic stands behind the one above it.
        for (Topic topic : topics.values()) {
            if (topic.code().equals(code) || (topic.parent() != null && branch.contains(topic.parent()))) {
                branch.add(topic.code());
            }
        }
        return branch;
    }

    /** The post that heads a unit, or has the last word at the desk. */
    public Optional<String> headOf(String unit) {
        return unit(unit)
                .map(Unit::head)
                .or(() -> desk.filter(told -> told.code().equals(unit))
                        .map(told -> told.line().getLast()));
    }

    /** Business time since when a post has had the holder it has now; the beginning of time for its first holder known. */
    public Instant heldSince(String post) {
        return since.getOrDefault(post, Instant.EPOCH);
    }

    /** Posts an officer holds, each with the business time since when. */
    public Map<String, Instant> postsSince(String officer) {
        return heldBy(officer).stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::heldSince));
    }
}
