/** The address at which a petition is tracked. */
@NullMarked
package org.redress.intake.tracking.web;

import org.jspecify.annotations.NullMarked;
