/** Messages are read as they are written. */
@NullMarked
package org.redress.bench.decisions.walking;

import org.jspecify.annotations.NullMarked;
