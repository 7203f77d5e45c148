/** Hotspots, trends and volumes over cases, never over persons. */
@NullMarked
package org.redress.analytics;

import org.jspecify.annotations.NullMarked;
