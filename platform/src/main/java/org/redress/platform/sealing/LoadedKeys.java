package org.redress.platform.sealing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a file a service has in use, by their ids alone.
 *
 * @param file name of the file
 * @param primary id of the key that new texts are sealed, or new digests made with
 * @param keys ids of all keys that open or verify, in the file's order
 * @param refused what is wrong with the file as it now is, while the keys above stay in use; absent when it was read
 */
record LoadedKeys(
        String file,
        String primary,
        List<String> keys,
        @Nullable String refused) {}
