/** Business time as the run folder's clock file tells it. */
@NullMarked
package org.redress.local.clock;

import org.jspecify.annotations.NullMarked;
