package org.redress.tools.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format number of the layout, 1
 * @param moment all databases are as they were then
 * @param completed when the last file was written
 * @param databases one for each service, in the order they were read
 */
record Manifest(int format, Instant moment, Instant completed, List<Stored> databases) {

    static final int FORMAT = 1;

    /**
     * One service's database.
     *
     * @param service name of the service, which is also that of the folder
     * @param database name it had
     * @param bytes size of the files, compressed
     * @param collections documents in each, by name
     */
    record Stored(String service, String database, long bytes, Map<String, Long> collections) {

        long documents() {
            return collections.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
