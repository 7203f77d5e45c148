/** Petitioners, adapters and officers, who ask until they are answered and write down what was acknowledged. */
@NullMarked
package org.redress.bench.faults.traffic;

import org.jspecify.annotations.NullMarked;
