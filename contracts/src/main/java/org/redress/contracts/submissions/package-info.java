/** Events of {@code petition.submissions}: what intake took. */
@NullMarked
package org.redress.contracts.submissions;

import org.jspecify.annotations.NullMarked;
