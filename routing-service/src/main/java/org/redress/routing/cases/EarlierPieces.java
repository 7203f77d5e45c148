package org.redress.routing.cases;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.routing.organisation.Editions;

/** Finds what somebody at the desk may have had before: of those cases alone that they may see. */
public final class EarlierPieces {

    private static final int MOST = 10;

    /** The newest so many pieces of those who wrote what is shown. */
    private static final int MOST_COMPARED = 500;

    private final Cases cases;
    private final Pseudonyms pseudonyms;
    private final Editions editions;
    private final InstantSource clock;

    EarlierPieces(Cases cases, Pseudonyms pseudonyms, Editions editions, InstantSource clock) {
        this.cases = cases;
        this.pseudonyms = pseudonyms;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Cases of this year and the last by who petitions, and of any year by the number of a body outside; the newest first.
     * What somebody wrote anonymously is not found by who they are.
     *
     * @param contact who petitions; absent where nothing is known of them
     * @param body what a body outside is called; absent without one
     * @param number its number there; absent without one
     * @param officer who asks, as an officer and in no other role
     */
    public List<PetitionCase> of(
            @Nullable PetitionContact contact, @Nullable String body, @Nullable String number, String officer) {
        int year = editions.active().clockwork().dayOf(clock.instant()).getYear();
        Set<String> tokens = contact == null ? Set.of() : pseudonyms.possible(contact, year, year - 1);
        return cases.earlier(tokens, body, number, MOST, new Caller(officer, Set.of(Caller.Role.OFFICER)));
    }

    /**
     * What else the petitioner of a case handed in this year, of those cases that the reader may see, the newest first;
     * nothing where either was written anonymously.
     *
     * @param most how many
     */
    public List<PetitionCase> ofSamePetitioner(PetitionCase petitionCase, int most, Caller reader) {
        Petition petition = petitionCase.registration().petition();
        String petitioner = petition.knownAs();
        return petitioner == null
                ? List.of()
                : cases.earlier(Set.of(petitioner), null, null, most + 1, reader).stream()
                        .filter(other -> !other.id().equals(petitionCase.id()))
                        .toList();
    }

    /**
     * Of these cases, as far as the reader may open them, the numbers of what the same petitioner handed in before about the
     * same topic 重复信访, the newest where there are several that the reader may see.
     */
    public Map<String, String> repeated(Collection<PetitionCase> shown, Caller reader) {
        Set<String> tokens = shown.stream()
                .flatMap(
                        each -> Stream.ofNullable(each.registration().petition().knownAs()))
                .collect(Collectors.toSet());
        if (tokens.isEmpty()) {
            return Map.of();
        }
        List<Cases.Piece> pieces = cases.pieces(tokens, MOST_COMPARED, reader);
        Map<String, String> before = new HashMap<>();
        for (PetitionCase each : shown) {
            pieces.stream()
                    .filter(piece -> piece.isBefore(each))
                    .findFirst()
                    .ifPresent(piece -> before.put(each.id(), PetitionCase.numberOf(piece.id())));
        }
        before.keySet().retainAll(cases.openable(Set.copyOf(before.keySet()), reader));
        return before;
    }
}
