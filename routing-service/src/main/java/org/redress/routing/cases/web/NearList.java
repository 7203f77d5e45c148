package org.redress.routing.cases.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.EarlierPieces;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.near.NearPair;
import org.redress.routing.near.NearPairs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What may be of one matter with a case: of the same petitioner, or in nearly the same words. Only whoever may open both is
 * told, and nothing says that there are others.
 */
@Component
class NearList {

    private static final int MOST = 10;

    /** The nearest, so many that ten are left of them that the reader may open. */
    private static final int MOST_LOOKED_AT = 200;

    /** So many of one petitioner are looked at, refused ones among them. */
    private static final int MOST_OF_ONE = 50;

    private final Cases cases;
    private final EarlierPieces earlier;
    private final NearPairs pairs;
    private final Matters matters;
    private final CaseRows rows;

    NearList(Cases cases, EarlierPieces earlier, NearPairs pairs, Matters matters, CaseRows rows) {
        this.cases = cases;
        this.earlier = earlier;
        this.pairs = pairs;
        this.matters = matters;
        this.rows = rows;
    }

    /**
     * A case that may be of one matter with another.
     *
     * @param row what a list says of it
     * @param sameContact true where the same petitioner wrote both
     * @param likeness how near the words are, in per cent; absent where they are not, or were not compared
     * @param matter id of the matter that it is in; absent where it is in none that the reader may see
     * @param mayRefuse true where the reader may say that the two do not belong together
     * @param joins the matter that takes up whichever of the two is in none; absent where there is none
     * @param joining id of the one that is taken up
     * @param mayOpenMatter true where both can be put into a new matter
     */
    record Near(
            CaseRow row,
            boolean sameContact,
            @Nullable Integer likeness,
            @Nullable String matter,
            boolean mayRefuse,
            @Nullable String joins,
            @Nullable String joining,
            boolean mayOpenMatter) {}

    /** Those of a case that the reader may see, nearest words first, then the newest. */
    List<Near> of(PetitionCase petitionCase, Caller reader, Locale locale) {
        String here = petitionCase.id();
        if (!cases.mayOpen(here, reader)) {
            return List.of();
        }
        Map<String, NearPair> known =
                pairs.of(here).stream().collect(Collectors.toMap(pair -> pair.other(here), pair -> pair));
        Set<String> ofOne = earlier.ofSamePetitioner(petitionCase, MOST_OF_ONE, reader).stream()
                .map(PetitionCase::id)
                .collect(Collectors.toSet());
        Set<String> related = petitionCase.pointsAt().collect(Collectors.toSet());
        List<String> wanted = Stream.concat(known.keySet().stream(), ofOne.stream())
                .distinct()
                .filter(other -> !related.contains(other))
                .filter(other -> !(known.containsKey(other) && known.get(other).isRefused()))
                .sorted(Comparator.comparingInt((String other) -> -likeness(known.get(other)))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(MOST_LOOKED_AT)
                .toList();
        Optional<Matter> matter = visibleMatter(here, reader);
        Set<String> together = Set.copyOf(matter.map(Matter::members).orElse(List.of()));
        Set<String> openable = cases.openable(
                wanted.stream().filter(other -> !together.contains(other)).toList(), reader);
        return cases.listed(openable).stream()
                .sorted(Comparator.comparingInt((PetitionCase other) -> -likeness(known.get(other.id())))
                        .thenComparing(PetitionCase::id, Comparator.reverseOrder()))
                .limit(MOST)
                .map(other -> near(
                        petitionCase, other, known.get(other.id()), ofOne.contains(other.id()), matter, reader, locale))
                .toList();
    }

    /** Number of what the same petitioner wrote before about the same topic; absent where there is nothing the reader may know. */
    @Nullable
    String repeated(PetitionCase petitionCase, Caller reader) {
        return earlier.repeated(List.of(petitionCase), reader).get(petitionCase.id());
    }

    private static int likeness(@Nullable NearPair pair) {
        return pair == null || pair.likeness() == null ? 0 : pair.likeness();
    }

    private Near near(
            PetitionCase here,
            PetitionCase other,
            @Nullable NearPair pair,
            boolean sameContact,
            Optional<Matter> matter,
            Caller reader,
            Locale locale) {
        Optional<Matter> of = visibleMatter(other.id(), reader);
        boolean acts = cases.movable(Set.of(here.id(), other.id()), reader).size() == 2;
        boolean one = acts && of.isPresent() != matter.isPresent();
        PetitionCase taken = of.isPresent() ? here : other;
        return new Near(
                rows.of(other, locale),
                sameContact,
                pair == null ? null : pair.likeness(),
                of.map(Matter::id).orElse(null),
                cases.mayAct(here.id(), reader),
                one && taken.state().isOpen()
                        ? of.or(() -> matter).map(Matter::id).orElse(null)
                        : null,
                taken.id(),
                acts
                        && of.isEmpty()
                        && matter.isEmpty()
                        && here.state().isOpen()
                        && other.state().isOpen());
    }

    private Optional<Matter> visibleMatter(String petitionId, Caller reader) {
        return matters.of(petitionId)
                .filter(matter ->
                        !cases.readableTogether(matter.members(), reader).isEmpty());
    }

    /**
     * An officer says that two do not belong together; neither is proposed on the other's page any more.
     *
     * @throws RefusedException 404 where there is no case that the reader may open, 403 where the first is not theirs to move
     */
    void refuse(String petitionId, String otherId, Caller reader) {
        PetitionCase here = cases.find(petitionId, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        if (!cases.mayAct(here.id(), reader)) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("detail.403"));
        }
        if (otherId.equals(petitionId) || !cases.mayOpen(otherId, reader)) {
            throw new InvalidRequestException(List.of(new FieldProblem("otherId", "case.wrong.no-such-case", null)));
        }
        pairs.refuse(petitionId, otherId, reader.id());
    }
}
