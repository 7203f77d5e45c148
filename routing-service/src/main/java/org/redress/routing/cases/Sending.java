package org.redress.routing.cases;

import java.time.LocalDate;
import org.redress.routing.procedure.Command;

/**
 * A paper on its way to the petitioner; that it was sent is not that it was received.
 *
 * @param what whether it was sent or came back
 * @param on the day
 */
public record Sending(Command.NoteSending.Sending what, LocalDate on) {}
