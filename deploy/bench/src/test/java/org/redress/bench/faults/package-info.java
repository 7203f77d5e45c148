/** The bench of faults does what it says. */
@NullMarked
package org.redress.bench.faults;

import org.jspecify.annotations.NullMarked;
