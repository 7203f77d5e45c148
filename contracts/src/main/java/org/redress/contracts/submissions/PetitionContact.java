package org.redress.contracts.submissions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who petitions and how to reach them; it travels sealed only, as JSON in UTF-8.
 *
 * @param name name
 * @param phone phone number, E.164, with {@code ;ext=} before its extension where it has one
 * @param email e-mail address
 * @param idNumber number of an identity paper
 * @param representatives names of those who came for all 信访代表; empty when the petitioner came alone
 * @param anonymous true when the petitioner asked not to be named
 * @param preferredContact phone, email or letter
 * @param language zh or en
 * @param phoneWritten the phone number as it was written; absent where it was kept in one form only; alone where an officer
 *     wrote a number of the place without its area code
 * @param address where letters go; absent when none was given
 * @param remark what to mind when calling or writing, such as that the telephone is a neighbour's; absent when nothing
 * @param through who speaks or hands it in for the petitioner; absent when nobody does
 */
public record PetitionContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String idNumber,
        List<String> representatives,
        boolean anonymous,
        @Nullable String preferredContact,
        String language,
        @Nullable String phoneWritten,
        @Nullable String address,
        @Nullable String remark,
        @Nullable Through through) {

    /** Name of the sealed field, part of the associated data. */
    public static final String FIELD = "contact";

    /**
     * Who speaks or hands it in for the petitioner.
     *
     * @param name name
     * @param relation what they are to the petitioner, such as granddaughter, or liaison officer of a committee
     */
    public record Through(String name, String relation) {}

    /** Keeps its own copy. */
    public PetitionContact {
        representatives = List.copyOf(representatives);
    }

    /** Without what only the desk asks for, and the phone number in one form. */
    public PetitionContact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String idNumber,
            List<String> representatives,
            boolean anonymous,
            @Nullable String preferredContact,
            String language) {
        this(
                name,
                phone,
                email,
                idNumber,
                representatives,
                anonymous,
                preferredContact,
                language,
                null,
                null,
                null,
                null);
    }
}
