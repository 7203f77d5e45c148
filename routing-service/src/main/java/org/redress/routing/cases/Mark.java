package org.redress.routing.cases;

import java.time.LocalDate;
import org.redress.routing.procedure.Command;

/**
 * That arbitration or a court has to do with what a petition asks for 仲裁中、已判决, as an officer noted it.
 *
 * @param kind what is so
 * @param body which arbitration or court
 * @param on since when
 */
public record Mark(Command.SetMark.Mark kind, String body, LocalDate on) {}
