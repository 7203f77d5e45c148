package org.redress.intake.petitions;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a petition wants 信访目的. */
public enum Purpose {
    /** 建议意见. */
    SUGGESTION("suggestion"),
    /** 检举控告. */
    REPORT("report"),
    /** 申诉求决. */
    APPEAL("appeal"),
    /** 表扬, which asks for nothing; somebody who read it says so. */
    THANKS("thanks");

    private final String wireName;

    Purpose(String wireName) {
        this.wireName = wireName;
    }

    /** Name in requests and events. */
    public String wireName() {
        return wireName;
    }

    /** The purpose with this name. */
    public static Optional<Purpose> of(String wireName) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.wireName.equals(wireName))
                .findFirst();
    }

    /** All names, for a reader. */
    public static String wireNames() {
        return Arrays.stream(values()).map(Purpose::wireName).collect(Collectors.joining(", "));
    }
}
