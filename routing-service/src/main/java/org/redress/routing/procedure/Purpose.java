package org.redress.routing.procedure;

import java.util.Arrays;
import org.redress.contracts.NewerEventException;
import org.redress.routing.configuration.Names;

/** What a petition asks for 信访目的. */
public enum Purpose {
    /** A suggestion 建议意见, studied and answered (Reg. 29). */
    SUGGESTION,
    /** A report against someone 检举控告, which goes to the discipline desk (Reg. 30). */
    REPORT,
    /** An appeal 申诉求决 (Reg. 31). */
    APPEAL,
    /** Thanks 表扬, which ask for nothing: no limit runs, and they are filed. */
    THANKS;

    /**
     * The purpose by its written name.
     *
     * @throws NewerEventException when there is none of that name yet
     */
    public static Purpose of(String name) {
        return Arrays.stream(values())
                .filter(purpose -> Names.of(purpose).equals(name))
                .findFirst()
                .orElseThrow(() -> new NewerEventException("the purpose of a petition", null));
    }
}
