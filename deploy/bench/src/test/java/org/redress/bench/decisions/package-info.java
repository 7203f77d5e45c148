/** The bench of decisions does what it says. */
@NullMarked
package org.redress.bench.decisions;

import org.jspecify.annotations.NullMarked;
