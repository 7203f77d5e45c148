package org.redress.analytics.hotspots;

import java.time.LocalDate;

/**
 * Somebody wrote about the matter of a group.
 *
 * @param day the day, in the organisation's zone
 * @param writer token of who wrote, the same for each letter of theirs; of no meaning otherwise
 */
public record Sighting(LocalDate day, String writer) {}
