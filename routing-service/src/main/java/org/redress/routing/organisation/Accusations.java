package org.redress.routing.organisation;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;

/** Finds whom a petition is about 被反映人: by what it says outright, and by names in its words. */
public final class Accusations {

    private static final String OFFICER = "officer";
    private static final String TEXT = "text";

    private final Organisation organisation;

    /** Among the officers of an organisation. */
    public Accusations(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Whom a petition to the line is kept from. Where it describes somebody in words, or an officer's name stands in it,
     * a person has to look first, and meanwhile it is kept from whoever may be meant.
     */
    public Guard of(PetitionContent content) {
        Set<String> said = said(content);
        Set<String> all = new LinkedHashSet<>(said);
        all.addAll(named(content));
        Guard guard = Guard.against(all, organisation);
        return all.size() > said.size() || content.about().stream().anyMatch(this::isWords)
                ? guard.untilScreened()
                : guard;
    }

    /** Whom a report is kept from within the discipline desk: whoever is named in it; nobody else sees it anyway. */
    public Guard ofReport(PetitionContent content) {
        Set<String> all = new LinkedHashSet<>(said(content));
        all.addAll(named(content));
        return Guard.against(all, organisation);
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

    private Set<String> named(PetitionContent content) {
        String words = Stream.concat(
                        Stream.of(content.subject(), content.text(), content.place() == null ? "" : content.place()),
                        content.about().stream().map(About::value))
                .collect(Collectors.joining("\n"));
        return organisation.posts().values().stream()
                .filter(post -> words.contains(post.name()))
                .map(Post::officer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
