package org.redress.intake.petitions;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.sealing.Sealer;
import tools.jackson.databind.json.JsonMapper;

/** Seals content and contact at the door, each for its own readers; intake cannot open either. */
public final class TextSealer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sealer content;
    private final Sealer contact;

    /** With the public keys of the readers of each. */
    public TextSealer(Sealer content, Sealer contact) {
        this.content = content;
        this.contact = contact;
    }

    SealedTexts seal(String petitionId, Submission submission) {
        byte[] plain = JSON.writeValueAsBytes(submission.content());
        return new SealedTexts(
                content.seal(petitionId, PetitionContent.FIELD, plain), contact(petitionId, submission.contact()));
    }

    private @Nullable Sealed contact(String petitionId, @Nullable PetitionContact plain) {
        return plain == null ? null : contact.seal(petitionId, PetitionContact.FIELD, JSON.writeValueAsBytes(plain));
    }
}
