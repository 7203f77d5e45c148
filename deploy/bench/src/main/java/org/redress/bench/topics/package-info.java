/** Measures how well topics are learned from labelled messages. */
@NullMarked
package org.redress.bench.topics;

import org.jspecify.annotations.NullMarked;
