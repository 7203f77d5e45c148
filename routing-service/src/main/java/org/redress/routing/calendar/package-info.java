/** Notices of working days as an organisation's files give them. */
@NullMarked
package org.redress.routing.calendar;

import org.jspecify.annotations.NullMarked;
