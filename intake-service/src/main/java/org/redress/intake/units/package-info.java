/** The units a petition may be addressed to, as last heard from the organisation. */
@NullMarked
package org.redress.intake.units;

import org.jspecify.annotations.NullMarked;
