package org.redress.bench.decisions.walking;

import java.time.LocalDateTime;

/**
 * A message and what became of it, as its file tells.
 *
 * @param id its id in the file
 * @param subject heading
 * @param text its words
 * @param reply the words of the reply
 * @param submittedAt when it was handed in
 * @param repliedAt when it was replied to
 * @param withoutTime whether the file gives the reply's day alone: 00:00 of it then stands for it
 */
public record Message(
        String id,
        String subject,
        String text,
        String reply,
        LocalDateTime submittedAt,
        LocalDateTime repliedAt,
        boolean withoutTime) {}
