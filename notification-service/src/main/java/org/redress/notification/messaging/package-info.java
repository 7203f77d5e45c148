/** Turns the events of other services into plans and into what is known. */
@NullMarked
package org.redress.notification.messaging;

import org.jspecify.annotations.NullMarked;
