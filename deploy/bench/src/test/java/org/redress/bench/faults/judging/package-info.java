/** The judges see damage. */
@NullMarked
package org.redress.bench.faults.judging;

import org.jspecify.annotations.NullMarked;
