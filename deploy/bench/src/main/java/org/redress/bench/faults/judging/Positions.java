package org.redress.bench.faults.judging;

import java.util.Map;
import java.util.Set;
import org.redress.contracts.Topic;

/**
 * How far one consumer came in the histories of a topic.
 *
 * @param name service and collection
 * @param topic the topic
 * @param reached the place each aggregate's stream was applied to
 * @param parked aggregates that were set aside
 * @param effective aggregates whose document shows the effect of the first event
 */
public record Positions(
        String name, Topic topic, Map<String, Place> reached, Set<String> parked, Set<String> effective) {}
