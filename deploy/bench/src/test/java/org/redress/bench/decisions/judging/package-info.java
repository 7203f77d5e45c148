/** The judge sees what must not be. */
@NullMarked
package org.redress.bench.decisions.judging;

import org.jspecify.annotations.NullMarked;
