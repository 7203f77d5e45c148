package org.redress.routing.violations.util;

/** Stands in a package that is named after no feature. */
public final class Helper {

    private Helper() {}

    /** Says nothing. */
    public static String help() {
        return "";
    }
}
