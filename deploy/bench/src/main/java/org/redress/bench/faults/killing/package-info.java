/** Ends processes the hard way: at random moments, and inside named windows that a debugger's breakpoint finds. */
@NullMarked
package org.redress.bench.faults.killing;

import org.jspecify.annotations.NullMarked;
