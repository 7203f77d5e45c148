/** Starts the real broker and the real database that development and tests run against, without Docker. */
@NullMarked
package org.redress.starters;

import org.jspecify.annotations.NullMarked;
