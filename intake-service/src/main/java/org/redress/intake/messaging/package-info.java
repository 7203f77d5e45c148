/** Turns events of other services into one call on a feature. */
@NullMarked
package org.redress.intake.messaging;

import org.jspecify.annotations.NullMarked;
