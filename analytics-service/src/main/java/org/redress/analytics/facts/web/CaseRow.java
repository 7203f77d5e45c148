package org.redress.analytics.facts.web;

import org.redress.analytics.facts.CaseFacts;

/**
 * A case in a list on a page.
 *
 * @param address where its page is
 * @param number what tells it from others of the list
 * @param unit what its unit is called
 * @param topic what its topic is called; empty without one
 * @param state where it stands
 * @param facts what is known of it
 */
public record CaseRow(String address, String number, String unit, String topic, String state, CaseFacts facts) {}
