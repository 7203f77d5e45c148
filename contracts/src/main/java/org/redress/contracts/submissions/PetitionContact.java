package org.redress.contracts.submissions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who petitions and how to reach them; it travels sealed only, as JSON in UTF-8.
 *
 * @param name name
 * @param phone phone number, E.164
 * @param email e-mail address
 * @param idNumber number of an identity paper
 * @param representatives names of those who came for all 信访代表; empty when the petitioner came alone
 * @param anonymous true when the petitioner asked not to be named
 * @param preferredContact phone, email or letter
 * @param language zh or en
 */
public record PetitionContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String idNumber,
        List<String> representatives,
        boolean anonymous,
        @Nullable String preferredContact,
        String language) {

    /** Name of the sealed field, part of the associated data. */
    public static final String FIELD = "contact";

    /** Keeps its own copy. */
    public PetitionContact {
        representatives = List.copyOf(representatives);
    }
}
