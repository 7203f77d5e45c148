/** The run folder: what the local installation keeps from one start to the next, and what it tells other processes. */
@NullMarked
package org.redress.local.run;

import org.jspecify.annotations.NullMarked;
