/** Decides, once for each event, who is told what: pure rules over the event and what is known. */
@NullMarked
package org.redress.notification.planning;

import org.jspecify.annotations.NullMarked;
