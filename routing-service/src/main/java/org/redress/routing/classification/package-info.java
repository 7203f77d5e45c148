/** Finds a petition's topic by keyword rules or by what was learned from others, and keeps which terms spoke for it. */
@NullMarked
package org.redress.routing.classification;

import org.jspecify.annotations.NullMarked;
