package org.redress.contracts.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A matter is no longer hot: as many write about it as its past lets expect.
 *
 * @param unit code of the lowest unit below which all its petitions stand
 * @param alerts posts to tell: those that were told of its rise; empty when nobody is to be told
 * @param terms what it is about, in words that petitions of at least five petitioners have; empty where there are none
 * @param since first day of the days in which it rose
 * @param day the business day that showed its end
 */
@WireType("hotspot.ended.v1")
public record HotspotEnded(
        @JsonUnwrapped Head head, String unit, List<String> alerts, List<String> terms, LocalDate since, LocalDate day)
        implements AlertEvent {}
