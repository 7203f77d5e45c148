/** The kills hit what they name. */
@NullMarked
package org.redress.bench.faults.killing;

import org.jspecify.annotations.NullMarked;
