/** Clocks as pure code: the rules read from configuration, how a limit is counted, and the ladder of rungs it climbs. */
@NullMarked
package org.redress.routing.clocks;

import org.jspecify.annotations.NullMarked;
