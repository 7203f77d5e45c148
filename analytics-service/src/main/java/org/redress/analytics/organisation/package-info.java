/** Who stands where in the organisation, which decides whose cases an officer may count. */
@NullMarked
package org.redress.analytics.organisation;

import org.jspecify.annotations.NullMarked;
