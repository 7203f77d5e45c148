/** Publishing without loss: an aggregate's document carries its pending events until the broker has them. */
@NullMarked
package org.redress.platform.publishing;

import org.jspecify.annotations.NullMarked;
