/** Turns events into calls on volumes and on the organisation. */
@NullMarked
package org.redress.analytics.messaging;

import org.jspecify.annotations.NullMarked;
