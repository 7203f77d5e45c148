/** Walks real messages through the platform in business time and counts whose decision, and whose answer, came late. */
@NullMarked
package org.redress.bench.decisions;

import org.jspecify.annotations.NullMarked;
