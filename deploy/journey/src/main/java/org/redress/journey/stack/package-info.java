/** The platform as it ships, running for a bench or a test of the whole. */
@NullMarked
package org.redress.journey.stack;

import org.jspecify.annotations.NullMarked;
