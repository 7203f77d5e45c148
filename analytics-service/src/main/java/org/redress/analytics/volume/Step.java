package org.redress.analytics.volume;

import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Position;

/**
 * One event of a case that is to be counted.
 *
 * @param petitionId the case's petition
 * @param event the event
 * @param before where the stream stood
 * @param after where it stands then
 * @param lane partition it was read from
 */
public record Step(String petitionId, CaseEvent event, Position before, Position after, int lane) {}
