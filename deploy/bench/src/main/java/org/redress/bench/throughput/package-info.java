/** How fast the platform is, beside what its broker, its database and its own door could do at most. */
@NullMarked
package org.redress.bench.throughput;

import org.jspecify.annotations.NullMarked;
