package org.redress.contracts.submissions;

import org.redress.contracts.Event;

/** An event of {@code petition.submissions}; the aggregate is the petition. */
public sealed interface SubmissionEvent extends Event
        permits PetitionSubmitted, PetitionSupplemented, PetitionWithdrawn, PetitionReviewRequested {}
