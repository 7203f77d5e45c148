/** The bench {@code clocks}: how late rungs fire when very many are due at once, and what a million open cases cost. */
@NullMarked
package org.redress.bench.clocks;

import org.jspecify.annotations.NullMarked;
