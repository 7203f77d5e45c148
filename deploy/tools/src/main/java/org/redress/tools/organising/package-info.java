/** Shows what another organisation would change, puts it into effect and lists the versions. */
@NullMarked
package org.redress.tools.organising;

import org.jspecify.annotations.NullMarked;
