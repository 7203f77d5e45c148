/**
 * Which groups of petitions are hot: many people wrote lately, against what the group's own past and the size of the stream
 * let expect; and which stand: they gather slowly and are large. People count, not letters, and no person is ever a figure.
 */
@NullMarked
package org.redress.analytics.hotspots;

import org.jspecify.annotations.NullMarked;
