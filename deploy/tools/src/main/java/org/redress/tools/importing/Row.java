package org.redress.tools.importing;

import java.util.Map;

/**
 * A row of the file, as it is posted.
 *
 * @param line line of the file it begins on, from 1
 * @param externalId its number in the system it comes from, which is also its idempotency key; blank when it has none
 * @param petition the request's body
 */
record Row(long line, String externalId, Map<String, Object> petition) {}
