/** What became of the messages, read from outside, and what of it must not be. */
@NullMarked
package org.redress.bench.decisions.judging;

import org.jspecify.annotations.NullMarked;
