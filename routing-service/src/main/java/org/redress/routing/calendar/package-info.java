/** The working-day calendar, read from the State Council's yearly notices, and the counting of limits on it. */
@NullMarked
package org.redress.routing.calendar;

import org.jspecify.annotations.NullMarked;
