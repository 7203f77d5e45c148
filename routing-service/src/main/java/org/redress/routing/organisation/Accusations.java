package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.routing.organisation.NameBook.Name;
import org.redress.routing.spelling.Markup;
import org.redress.routing.spelling.Spelling;

/** Finds whom a petition is about 被反映人: by what it says outright, and by names and titles in its words. */
public final class Accusations {

    private static final String OFFICER = "officer";
    private static final String TEXT = "text";

    private final Organisation organisation;
    private volatile @Nullable WordReader reader;

    /** Among the officers of an organisation. */
    public Accusations(Organisation organisation) {
        this.organisation = organisation;
    }

    /** What the words are read with; made when the first words are read. */
    private record WordReader(NameBook names, Salutations salutations) {}

    /**
     * Whom a petition to the line is kept from. Where it describes somebody in words, or an officer's name stands in it,
     * a person has to look first, and meanwhile it is kept from whoever may be meant. Who is only mentioned is not meant.
     *
     * @param addressed code of the unit it names; absent means the root
     */
    public Exclusion of(PetitionContent content, @Nullable String addressed) {
        Set<String> said = said(content);
        Set<String> meant = meant(words(content), addressed);
        content.mentioned().forEach(meant::remove);
        Exclusion guard = Exclusion.against(said, meant, organisation);
        return !said.containsAll(meant) || content.about().stream().anyMatch(this::isWords)
                ? guard.untilScreened()
                : guard;
    }

    /** Whom its words may mean, who are not among those it says it is about. */
    public Set<String> named(PetitionContent content, @Nullable String addressed) {
        Set<String> meant = meant(words(content), addressed);
        meant.removeAll(said(content));
        return meant;
    }

    /**
     * True when an officer may say of another that words only mention them: of nobody who works in a unit of theirs or one
     * above, is of the discipline desk, stands in for them or has them stand in, and never of oneself.
     */
    public boolean maySayOnlyMentioned(String officer, String named) {
        Set<String> above = organisation.unitsAbove(officer);
        List<Post> theirs = organisation.posts().values().stream()
                .filter(post -> post.officer().equals(named))
                .toList();
        return !above.isEmpty()
                && theirs.stream()
                        .noneMatch(post -> above.contains(post.unit())
                                || organisation.unit(post.unit()).isEmpty())
                && Collections.disjoint(organisation.postsOf(officer), organisation.postsOf(named));
    }

    /**
     * Whom a report is kept from within the discipline desk: whoever is named in it; nobody else sees it anyway. Words alone
     * leave somebody of the desk, so that they never take a report to the line of those it is about.
     *
     * @param addressed code of the unit it names; absent means the root
     */
    public Exclusion ofReport(PetitionContent content, @Nullable String addressed) {
        Set<String> meant = meant(words(content), addressed);
        return Exclusion.against(said(content), meant, organisation).sparingDesk(meant, organisation);
    }

    private Set<String> said(PetitionContent content) {
        return content.about().stream()
                .filter(about -> about.kind().equals(OFFICER) && isOfficer(about.value()))
                .map(About::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An id that no officer has says no more than words do. */
    private boolean isWords(About about) {
        return about.kind().equals(TEXT) || (about.kind().equals(OFFICER) && !isOfficer(about.value()));
    }

    /** True for the id of an officer. */
    public boolean isOfficer(String id) {
        return organisation.posts().values().stream()
                .anyMatch(post -> post.officer().equals(id));
    }

    /** Only the text is a letter that may begin with whom it greets. */
    private Stream<Spelling> words(PetitionContent content) {
        Salutations salutations = reader().salutations();
        Stream<String> others = Stream.concat(
                Stream.of(content.subject(), content.place() == null ? "" : content.place()),
                content.about().stream().map(About::value));
        return Stream.concat(
                Markup.readings(content.text()).map(salutations::leftOutOfLetter),
                others.flatMap(Markup::readings).map(salutations::leftOutOf));
    }

    /**
     * Ids of the officers whom texts may mean: those named in them, those whose surname stands there with their title, and
     * those who alone have a title in the unit or one above it; not those whom the texts are only addressed to.
     *
     * @param addressed code of the unit they are addressed to; absent means the root
     */
    public Set<String> meant(List<String> texts, @Nullable String addressed) {
        Salutations salutations = reader().salutations();
        return meant(texts.stream().flatMap(Markup::readings).map(salutations::leftOutOfLetter), addressed);
    }

    /**
     * True when words may tell of an officer: by name, by surname and title, or by a title that one alone has in the unit or
     * above it. Nobody is only greeted here.
     *
     * @param addressed code of the unit that they are about; absent means the root
     */
    public boolean mayTellOf(String words, @Nullable String addressed) {
        return !meant(Markup.readings(words).map(Spelling::of), addressed).isEmpty();
    }

    private Set<String> meant(Stream<Spelling> texts, @Nullable String addressed) {
        Unit unit = Optional.ofNullable(addressed).flatMap(organisation::unit).orElseGet(organisation::root);
        NameBook names = reader().names();
        List<Name> called = new ArrayList<>();
        List<Post> titled = new ArrayList<>();
        texts.forEach(words -> {
            called.addAll(names.in(words));
            titled.addAll(names.behindTheirUnitIn(words));
            line(unit).forEach(each -> titled.addAll(names.titledIn(words, each.code())));
        });
        return Stream.of(
                        called.stream().filter(Name::whole).map(Name::post),
                        near(unit, called.stream().filter(name -> !name.whole()).toList()),
                        titled.stream())
                .flatMap(each -> each)
                .map(Post::officer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The unit and those above it but the root, whose titles are on everybody's lips. */
    private List<Unit> line(Unit unit) {
        return organisation.upwards(unit).stream()
                .filter(each -> each.equals(unit) || !each.equals(organisation.root()))
                .toList();
    }

    /** Of those with the same surname and title, those in the line of the unit or below it; all where none is there. */
    private Stream<Post> near(Unit unit, List<Name> called) {
        if (called.isEmpty()) {
            return Stream.empty();
        }
        Set<String> line = organisation.downwards(unit);
        organisation.upwards(unit).forEach(above -> line.add(above.code()));
        Map<String, List<Post>> alike = called.stream()
                .collect(Collectors.groupingBy(Name::letters, Collectors.mapping(Name::post, Collectors.toList())));
        return alike.values().stream().flatMap(posts -> {
            List<Post> there =
                    posts.stream().filter(post -> line.contains(post.unit())).toList();
            return (there.isEmpty() ? posts : there).stream();
        });
    }

    private WordReader reader() {
        WordReader known = reader;
        if (known == null) {
            NameBook names = new NameBook(organisation);
            known = new WordReader(names, new Salutations(names, organisation));
            reader = known;
        }
        return known;
    }
}
