/** The petition as handed in: what is kept of it in clear, its event, and one receipt for however many repeats. */
@NullMarked
package org.redress.intake.petitions;

import org.jspecify.annotations.NullMarked;
