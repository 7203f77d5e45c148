/** The notification: what one event makes known to whom, and how far each message came. */
@NullMarked
package org.redress.notification.notifications;

import org.jspecify.annotations.NullMarked;
