package org.redress.contracts.submissions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a petition says; it travels sealed only, as JSON in UTF-8.
 *
 * @param subject heading
 * @param text the petitioner's words, never changed
 * @param place where it happened
 * @param about whom it is about
 * @param topic code of the topic that the officer who recorded it chose; absent when none did
 * @param claims what it asks for 诉求, one by one, as the petitioner or the officer who recorded it set them apart;
 *     suggestions come last
 * @param mentioned ids of officers whom the officer who recorded it says it only mentions, and is not about
 * @param suggestions how many of the claims of an appeal are suggestions 建议意见 beside it; absent where none are
 */
public record PetitionContent(
        String subject,
        String text,
        @Nullable String place,
        List<About> about,
        @Nullable String topic,
        List<String> claims,
        List<String> mentioned,
        @Nullable Integer suggestions) {

    /** Name of the sealed field, part of the associated data. */
    public static final String FIELD = "content";

    /** Without suggestions beside what it asks for. */
    public PetitionContent(
            String subject,
            String text,
            @Nullable String place,
            List<About> about,
            @Nullable String topic,
            List<String> claims,
            List<String> mentioned) {
        this(subject, text, place, about, topic, claims, mentioned, null);
    }

    /** Without a topic that somebody chose and claims set apart. */
    public PetitionContent(String subject, String text, @Nullable String place, List<About> about) {
        this(subject, text, place, about, null, List.of());
    }

    /** With nobody said to be only mentioned. */
    public PetitionContent(
            String subject,
            String text,
            @Nullable String place,
            List<About> about,
            @Nullable String topic,
            List<String> claims) {
        this(subject, text, place, about, topic, claims, List.of());
    }

    /** A petition without anybody named is about nobody; earlier ones have no claims set apart, and say of nobody that they are only mentioned. */
    public PetitionContent {
        about = about == null ? List.of() : List.copyOf(about);
        claims = claims == null ? List.of() : List.copyOf(claims);
        mentioned = mentioned == null ? List.of() : List.copyOf(mentioned);
    }

    /** True where a claim, by its place from 0, is a suggestion beside an appeal. */
    public boolean isSuggestion(int claim) {
        return suggestions != null && claim >= claims.size() - suggestions;
    }

    /**
     * A person or body the petition is about 被反映人或单位.
     *
     * @param kind unit, officer or text
     * @param value code of the unit, id of the officer, or the petitioner's own words
     */
    public record About(String kind, String value) {}
}
