/** Which matters are hot and which stand, over HTTP and as pages. */
@NullMarked
package org.redress.analytics.hotspots.web;

import org.jspecify.annotations.NullMarked;
