package org.redress.routing.cases;

import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.CaseText.Kind;

/**
 * What a case says of one of its texts; the text itself lies in {@link CaseTexts}.
 *
 * @param id its id; the request's for the petitioner's own
 * @param kind what it is
 * @param digest SHA-256 of the text, lower-case hexadecimal; absent for the petitioner's own, which stay as they were sealed
 */
public record TextEntry(String id, Kind kind, @Nullable String digest) {

    /** True for what was told to the petitioner, false for the petitioner's own words and for officers' notes. */
    public boolean isTold() {
        return kind.isTold();
    }

    /** The same for who may not read it: a digest tells short words by trying. */
    TextEntry withoutDigest() {
        return new TextEntry(id, kind, null);
    }

    /** True for the petitioner's own words. */
    public boolean isPetitioners() {
        return kind.isPetitioners();
    }
}
