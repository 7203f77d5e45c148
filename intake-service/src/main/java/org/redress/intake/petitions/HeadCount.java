package org.redress.intake.petitions;

import org.jspecify.annotations.Nullable;

/**
 * How many people stand behind a petition.
 *
 * @param people from 1
 * @param claimed true while nobody confirmed that number: it alarms nobody
 * @param said how many the petitioner says, where somebody counted another number of {@code people}; absent otherwise
 */
public record HeadCount(
        int people, boolean claimed, @Nullable Integer said) {

    /** As the petitioner says. */
    public static HeadCount claimed(int people) {
        return new HeadCount(people, true, null);
    }

    /** As somebody knows who answers for it. */
    public static HeadCount known(int people) {
        return new HeadCount(people, false, null);
    }

    /** As somebody counted, and as the petitioner says. */
    public static HeadCount counted(int people, @Nullable Integer said) {
        return new HeadCount(people, false, said == null || said == people ? null : said);
    }
}
