/** Puts each registered petition with those that say the same, at the end of its day, and publishes what came of it. */
@NullMarked
package org.redress.routing.grouping;

import org.jspecify.annotations.NullMarked;
