/** Events of {@code petition.alerts}: matters that became hot, and those that are no longer. */
@NullMarked
package org.redress.contracts.alerts;

import org.jspecify.annotations.NullMarked;
