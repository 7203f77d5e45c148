package org.redress.routing.cases;

/** What a heading may not hold, since lists show it. */
public enum HeadingRule {
    /** The name of an officer, or a title that tells who it is. */
    HEADING_NAMES_AN_OFFICER,
    /** The name of the petitioner, or of somebody who came along. */
    HEADING_NAMES_THE_PETITIONER,
    /** Seven digits in a row or more: a telephone or identity number. */
    HEADING_HOLDS_A_NUMBER,
    /** More than twelve characters in a row of what the petitioner wrote. */
    HEADING_QUOTES_THE_PETITIONER
}
