package org.redress.analytics.outlook;

import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;

/**
 * A limit that runs.
 *
 * @param facts the case
 * @param clock its limit
 */
public record DueClock(CaseFacts facts, ClockFact clock) {}
