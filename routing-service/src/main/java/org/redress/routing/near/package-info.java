/** Petitions that may be of one matter with an earlier one, as proposed to officers, and what officers refused of that. */
@NullMarked
package org.redress.routing.near;

import org.jspecify.annotations.NullMarked;
