package org.redress.bench.faults.judging;

import java.util.Map;
import java.util.Set;
import org.redress.contracts.Topic;

/**
 * The histories of one producer as its store holds them.
 *
 * @param name service and collection
 * @param topic the topic it publishes on
 * @param heads last place of each document that has events
 * @param held places whose events wait in the documents or lie in the archive
 */
public record History(String name, Topic topic, Map<String, Place> heads, Set<Place> held) {}
