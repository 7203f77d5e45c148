package org.redress.intake.requests;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.intake.petitions.KeptRequest;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.petitions.TextSealer;
import org.redress.platform.publishing.Ids;
import org.redress.platform.sealing.Mac;
import org.springframework.stereotype.Component;

/** Takes a petitioner's request once: one guarded write holds it and its event, and a repeat finds what was taken. */
@Component
public class TakeRequest {

    // The case's stages are written to the same document, and each of them may come between.
    private static final int TRIES = 30;

    private final Petitions petitions;
    private final TextSealer sealer;
    private final RequestDigests digests;
    private final RequestLimits limits;
    private final InstantSource clock;

    TakeRequest(
            Petitions petitions, TextSealer sealer, Mac receiptsMac, PetitionSettings settings, InstantSource clock) {
        this.petitions = petitions;
        this.sealer = sealer;
        this.digests = new RequestDigests(receiptsMac);
        this.limits = RequestLimits.of(settings);
        this.clock = clock;
    }

    /** Takes it, or finds what became of the same request before; judged again when the petition changed meanwhile. */
    public Asked take(Petition held, Ask ask) {
        Petition petition = held;
        for (int tries = 1; tries <= TRIES; tries++) {
            Optional<Asked> settled = settled(petition, ask);
            if (settled.isPresent()) {
                return settled.get();
            }
            KeptRequest request = apply(petition, ask);
            if (petitions.saveAll(List.of(petition)).isEmpty()) {
                return new Asked.Taken(request);
            }
            petition = petitions.asItStands(petition.id());
        }
        return new Asked.Busy();
    }

    private Optional<Asked> settled(Petition petition, Ask ask) {
        return digests.withKeyOf(ask, petition.requests())
                .<Asked>map(
                        first -> digests.isContent(ask, first) ? new Asked.Repeated(first) : new Asked.KeyTaken(first))
                .or(() -> limits.refuse(ask, petition.requests()));
    }

    private KeptRequest apply(Petition petition, Ask ask) {
        // The database keeps milliseconds: event and document must agree.
        KeptRequest request = digests.keep(Ids.next(), ask, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        switch (ask.kind()) {
            case SUPPLEMENT ->
                petition.supplement(
                        request,
                        sealer.seal(petition.id(), PetitionSupplemented.fieldOf(request.id()), ask.text()),
                        ask.redaction());
            case WITHDRAW ->
                petition.withdraw(
                        request,
                        ask.words() == null
                                ? null
                                : sealer.seal(petition.id(), PetitionWithdrawn.fieldOf(request.id()), ask.text()));
            case ASK_REVIEW ->
                petition.askReview(
                        request, sealer.seal(petition.id(), PetitionReviewRequested.fieldOf(request.id()), ask.text()));
        }
        return request;
    }
}
