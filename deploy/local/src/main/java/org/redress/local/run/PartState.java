package org.redress.local.run;

import org.jspecify.annotations.Nullable;
import org.redress.starters.ProcessRecord;

/**
 * One part as the launcher last saw it.
 *
 * @param name its name
 * @param port the port it listens on
 * @param process the process it runs in, absent while it has none
 */
public record PartState(String name, int port, @Nullable ProcessRecord process) {}
