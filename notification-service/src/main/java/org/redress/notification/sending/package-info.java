/** Sends what was planned: claims messages, writes the mails, hands them over and notes what became of them. */
@NullMarked
package org.redress.notification.sending;

import org.jspecify.annotations.NullMarked;
