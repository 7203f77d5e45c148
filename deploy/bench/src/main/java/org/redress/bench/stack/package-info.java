/** The platform as it ships, running for a bench or a test of the whole. */
@NullMarked
package org.redress.bench.stack;

import org.jspecify.annotations.NullMarked;
