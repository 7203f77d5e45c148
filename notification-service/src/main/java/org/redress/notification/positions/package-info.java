/** Guarded writes of projection documents that remember how far each stream was applied to them. */
@NullMarked
package org.redress.notification.positions;

import org.jspecify.annotations.NullMarked;
