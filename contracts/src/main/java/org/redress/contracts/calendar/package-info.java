/** Which days are worked, by the State Council's yearly notices; limits are counted on it, and seasons told by it. */
@NullMarked
package org.redress.contracts.calendar;

import org.jspecify.annotations.NullMarked;
