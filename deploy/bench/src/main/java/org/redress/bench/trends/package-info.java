/** The bench of trends: counts that came, against the intervals told before they came. */
@NullMarked
package org.redress.bench.trends;

import org.jspecify.annotations.NullMarked;
