/** One source of business time, and real time for leases and retries. */
@NullMarked
package org.redress.platform.time;

import org.jspecify.annotations.NullMarked;
