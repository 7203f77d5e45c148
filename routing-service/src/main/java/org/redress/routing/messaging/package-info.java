/** Turns the events of other services into calls on the cases. */
@NullMarked
package org.redress.routing.messaging;

import org.jspecify.annotations.NullMarked;
