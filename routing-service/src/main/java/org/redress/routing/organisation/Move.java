package org.redress.routing.organisation;

/**
 * Says that the open cases of a unit are another's from a version on.
 *
 * @param unit code of the unit in the version before
 * @param to code of the unit that takes them
 */
public record Move(String unit, String to) {}
