package org.redress.platform.consuming;

/**
 * Whose stream a record belongs to.
 *
 * @param aggregateId the aggregate that guards the sequence
 * @param key the record's key: the petition, or the aggregate where there is no petition
 */
public record Source(String aggregateId, String key) {}
