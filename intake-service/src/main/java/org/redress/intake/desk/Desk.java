package org.redress.intake.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redress.platform.codes.Code;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.organisation.Directory.Post;
import org.redress.platform.organisation.Directory.Unit;
import org.springframework.stereotype.Component;

/** Who records petitions, and what the directory proposes to them. */
@Component
public class Desk {

    /** Longer lists of names are not shown: what is meant is written down. */
    private static final int MOST_LISTED = 500;

    private final Directories directories;

    Desk(Directories directories) {
        this.directories = directories;
    }

    /** True for who keeps petitions, by a post of the organisation as it is now. */
    public boolean isOpenTo(String officer) {
        return directories.newest().keepsPetitions(officer)
                || directories.latest().keepsPetitions(officer);
    }

    /** True for who takes reports for the discipline desk and keeps the petitions of no unit. */
    public boolean isForReports(String officer) {
        return unitOf(officer).isEmpty() && isOpenTo(officer);
    }

    /** Code of the first unit whose petitions the officer keeps, to begin with; empty for the discipline desk. */
    public Optional<String> unitOf(String officer) {
        Directory directory = directories.newest();
        Set<String> posts = directory.postsOf(officer);
        return directory.units().values().stream()
                .filter(unit -> posts.contains(unit.petitionOffice()))
                .map(Unit::code)
                .findFirst();
    }

    /** What the whole organisation is called; empty while it is not known. */
    public String organisation(Locale locale) {
        return directories.newest().units().values().stream()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .map(unit -> unit.called().in(locale))
                .orElse("");
    }

    /** All officers, each by one post: the code is their id, the name says who and where; none where they are too many. */
    public List<Code> officers(Locale locale) {
        Directory directory = directories.newest();
        return directory.posts().size() > MOST_LISTED
                ? List.of()
                : directory.posts().values().stream()
                        .map(post -> new Code(post.officer(), words(directory, post, locale), null))
                        .toList();
    }

    private static String words(Directory directory, Post post, Locale locale) {
        return post.name() + " · " + directory.unitName(post.unit(), locale) + " "
                + post.called().in(locale);
    }
}
