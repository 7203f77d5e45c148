/** Keeps parts away for longer than a restart takes, and looks at what the others do meanwhile. */
@NullMarked
package org.redress.bench.faults.outages;

import org.jspecify.annotations.NullMarked;
