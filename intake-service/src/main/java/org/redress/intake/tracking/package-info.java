/** Shows the stages of a petition to whoever holds its receipt and access code. */
@NullMarked
package org.redress.intake.tracking;

import org.jspecify.annotations.NullMarked;
