/** Fires the rungs that are due 逐级升级: every instance takes its share, and each rung fires once. */
@NullMarked
package org.redress.routing.escalation;

import org.jspecify.annotations.NullMarked;
