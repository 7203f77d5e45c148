/** Many cases for a bench. */
@NullMarked
package org.redress.bench.cases;

import org.jspecify.annotations.NullMarked;
