/** How often somebody may ask: a person by name, a visitor by address. Each instance counts for itself, in memory. */
@NullMarked
package org.redress.platform.limits;

import org.jspecify.annotations.NullMarked;
