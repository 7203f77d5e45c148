package org.redress.analytics.facts.web;

import org.redress.analytics.facts.ClockFact;

/**
 * A limit in a list on a page.
 *
 * @param row its case
 * @param kind what the limit is called
 * @param clock the limit
 */
public record LimitRow(CaseRow row, String kind, ClockFact clock) {}
