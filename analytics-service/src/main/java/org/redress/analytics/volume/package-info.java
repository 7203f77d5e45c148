/** Facts of each case and the volumes folded from them: how many, by unit, topic and day. */
@NullMarked
package org.redress.analytics.volume;

import org.jspecify.annotations.NullMarked;
