package org.redress.analytics.hotspots.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redress.analytics.hotspots.HotspotList;
import org.redress.analytics.hotspots.HotspotList.Caller;
import org.redress.analytics.hotspots.HotspotList.Matter;
import org.redress.analytics.hotspots.Picture;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.stereotype.Component;

/** Sets down measures, with who may answer for one and what one may say. */
@Component
class Measures {

    /** How far ahead a measure may begin, days. */
    private static final int AHEAD = 366;

    private static final String ONE_LINE = "^[^\\n\\r\\u2028\\u2029]*$";

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6}|\\d{3}-\\d{4}");

    private final HotspotList hotspots;
    private final Directories directories;

    Measures(HotspotList hotspots, Directories directories) {
        this.hotspots = hotspots;
        this.directories = directories;
    }

    /**
     * What is done about a matter.
     *
     * @param what in words, in one line, without names of officers and without numbers of six digits
     * @param owner id of the post that answers for it: of the unit that holds the matter, or of one its petitions stand with
     * @param from the day it takes effect: from the first day of the rise to a year after the last day that was counted
     */
    record MeasureOrder(
            @NotBlank
            @Size(max = 200)
            @jakarta.validation.constraints.Pattern(regexp = ONE_LINE, message = "field.lines")
            String what,

            @NotBlank String owner,
            @NotNull LocalDate from) {}

    /** A post to choose. */
    record Owner(String id, String title) {}

    /** The posts of the unit that holds a matter and of those its petitions stand with. */
    List<Owner> owners(Picture picture, Locale locale) {
        Directory directory = directories.newest();
        return eligible(picture, directory).stream()
                .map(post -> new Owner(
                        post.id(),
                        directory.unitName(post.unit(), locale) + " "
                                + post.called().in(locale)))
                .toList();
    }

    private static List<Directory.Post> eligible(Picture picture, Directory directory) {
        Set<String> units = new HashSet<>(picture.units().keySet());
        units.add(picture.unit());
        return directory.posts().values().stream()
                .filter(post -> units.contains(post.unit()))
                .toList();
    }

    /**
     * Sets one down.
     *
     * @return the matter; empty where there is none, or it is somebody else's
     * @throws InvalidRequestException with each field that is wrong
     */
    Optional<Matter> take(String id, MeasureOrder order, Caller reader) {
        return hotspots.find(id, reader).flatMap(matter -> {
            check(order, matter);
            return hotspots.take(id, order.what().strip(), order.owner(), order.from(), reader);
        });
    }

    private void check(MeasureOrder order, Matter matter) {
        Directory directory = directories.newest();
        List<FieldProblem> wrong = new ArrayList<>();
        // Full-width digits and blanks between them hide nothing.
        String what = Normalizer.normalize(order.what(), Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (LONG_NUMBER.matcher(what).find()
                || directory.posts().values().stream()
                        .map(Directory.Post::name)
                        .anyMatch(name -> !name.isBlank() && what.contains(name.replaceAll("\\s", "")))) {
            wrong.add(new FieldProblem("what", Message.of("measure.names"), Message.of("accepted.measure")));
        }
        if (eligible(matter.picture(), directory).stream()
                .noneMatch(post -> post.id().equals(order.owner()))) {
            wrong.add(new FieldProblem("owner", Message.of("field.invalid"), Message.of("accepted.measure-owner")));
        }
        LocalDate earliest = matter.hotspot().since();
        LocalDate latest = hotspots.day().orElse(matter.hotspot().day()).plusDays(AHEAD);
        if (order.from().isBefore(earliest) || order.from().isAfter(latest)) {
            wrong.add(new FieldProblem(
                    "from",
                    Message.of("field.range"),
                    Message.of("accepted.days", earliest.toString(), latest.toString())));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequestException(wrong);
        }
    }
}
