/** Matters 同一事项: many petitions with one cause, and one opinion for all of them. */
@NullMarked
package org.redress.routing.matters;

import org.jspecify.annotations.NullMarked;
