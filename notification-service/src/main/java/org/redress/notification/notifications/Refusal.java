package org.redress.notification.notifications;

/**
 * A petitioner's request that the case did not allow.
 *
 * @param request supplement or withdraw
 * @param rule name of the rule it would have broken
 */
public record Refusal(String request, String rule) {}
