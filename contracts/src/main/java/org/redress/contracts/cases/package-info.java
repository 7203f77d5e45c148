/** Events of {@code petition.cases}: the way of a case, and the clocks it carries. */
@NullMarked
package org.redress.contracts.cases;

import org.jspecify.annotations.NullMarked;
