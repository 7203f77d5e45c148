package org.redress.notification.email.writing;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param body plain text, lines ended by {@code \n}
 */
public record Text(String subject, String body) {}
