/** The walk: messages handed in and decided each at its moment, with every rung between them fired at its own. */
@NullMarked
package org.redress.bench.decisions.walking;

import org.jspecify.annotations.NullMarked;
