/** The bench {@code hotspots}: which matters a file of messages holds, each found at its own time. */
@NullMarked
package org.redress.bench.hotspots;

import org.jspecify.annotations.NullMarked;
