/** What is known of each case, folded from its events: what figures are computed over. */
@NullMarked
package org.redress.analytics.facts;

import org.jspecify.annotations.NullMarked;
