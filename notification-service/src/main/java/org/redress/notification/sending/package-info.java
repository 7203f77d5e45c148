/** Sends what was planned, lane by lane: claims messages, has them composed and handed over, and notes what became of them. */
@NullMarked
package org.redress.notification.sending;

import org.jspecify.annotations.NullMarked;
