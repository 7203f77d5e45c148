package org.redress.contracts.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * More people wrote about one matter than its past lets expect.
 *
 * @param unit code of the lowest unit below which all its petitions stand
 * @param alerts posts to tell: the head of that unit and those above; empty when nobody is to be told
 * @param terms what it is about, in words that petitions of at least five petitioners have; empty where there are none
 * @param day the business day that showed it
 * @param days the days up to that one in which they wrote, at least 3
 * @param people how many wrote in them, at least 5
 * @param expected how many were to be expected, from 0
 * @param probability that as many or more write by chance, from 0 to 1
 */
@WireType("hotspot.rose.v1")
public record HotspotRose(
        @JsonUnwrapped Head head,
        String unit,
        List<String> alerts,
        List<String> terms,
        LocalDate day,
        int days,
        int people,
        double expected,
        double probability)
        implements AlertEvent {}
