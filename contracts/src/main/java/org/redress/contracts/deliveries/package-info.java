/** Events of {@code petition.deliveries}: what was sent to whom, and what could not be. */
@NullMarked
package org.redress.contracts.deliveries;

import org.jspecify.annotations.NullMarked;
