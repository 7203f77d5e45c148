/** What the notification service counts and times. */
@NullMarked
package org.redress.notification.observing;

import org.jspecify.annotations.NullMarked;
