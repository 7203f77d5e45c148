/** What the platform counts and times. */
@NullMarked
package org.redress.platform.observing;

import org.jspecify.annotations.NullMarked;
