/** Finds a petition's topic by readable keyword rules and keeps which terms spoke for it. */
@NullMarked
package org.redress.routing.classification;

import org.jspecify.annotations.NullMarked;
