package org.redress.notification.email.writing;

/**
 * A mail ready to go.
 *
 * @param entryId the message it carries
 * @param messageId its Message-ID, the same at every try
 * @param to address
 * @param text subject and body
 */
public record Mail(String entryId, String messageId, String to, Text text) {}
