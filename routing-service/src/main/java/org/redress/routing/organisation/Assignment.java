package org.redress.routing.organisation;

/**
 * Who answers for a case, and why.
 *
 * @param unit code of the unit whose matter it is
 * @param owner post that answers
 * @param restricted true when only the office that holds it may know of it
 * @param reason why this owner
 */
public record Assignment(String unit, String owner, boolean restricted, OwnerReason reason) {}
