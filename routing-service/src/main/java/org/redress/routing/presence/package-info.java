/** Who looks at a case at this moment, and who writes about it. */
@NullMarked
package org.redress.routing.presence;

import org.jspecify.annotations.NullMarked;
