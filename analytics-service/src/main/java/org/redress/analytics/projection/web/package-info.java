/** Building projections anew, over HTTP. */
@NullMarked
package org.redress.analytics.projection.web;

import org.jspecify.annotations.NullMarked;
