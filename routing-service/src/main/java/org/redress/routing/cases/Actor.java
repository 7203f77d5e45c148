package org.redress.routing.cases;

/**
 * Who gives a command.
 *
 * @param officer id of the person, as in the token
 * @param post post the person acts in; {@code supervisor} for a supervisor without one
 */
public record Actor(String officer, String post) {}
