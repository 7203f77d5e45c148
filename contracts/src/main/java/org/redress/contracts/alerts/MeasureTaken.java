package org.redress.contracts.alerts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A leader set down what is done about a hot matter, and who answers for it.
 *
 * @param unit code of the lowest unit below which all its petitions stand
 * @param alerts posts to tell: the one that answers for it
 * @param terms what the matter is about, in words that petitions of at least five petitioners have; empty where there are none
 * @param what what is done, in the leader's words: no name of an officer and no long number
 * @param from the day it takes effect
 */
@WireType("hotspot.measure-taken.v1")
public record MeasureTaken(
        @JsonUnwrapped Head head, String unit, List<String> alerts, List<String> terms, String what, LocalDate from)
        implements AlertEvent {}
