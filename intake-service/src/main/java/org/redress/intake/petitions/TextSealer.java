package org.redress.intake.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.sealing.Sealer;
import tools.jackson.databind.json.JsonMapper;

/** Seals what is said at the door, each part for its own readers; intake cannot open any. */
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

    /** Seals what a petitioner adds later, under the name of its field. */
    public Sealed seal(String petitionId, String field, String words) {
        return content.seal(petitionId, field, words.getBytes(UTF_8));
    }

    private @Nullable Sealed contact(String petitionId, @Nullable PetitionContact plain) {
        return plain == null ? null : contact.seal(petitionId, PetitionContact.FIELD, JSON.writeValueAsBytes(plain));
    }
}
