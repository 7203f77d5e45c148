package org.redress.intake.units;

/**
 * A unit a petition may be addressed to.
 *
 * @param code short stable code
 * @param name name
 */
public record Unit(String code, String name) {}
