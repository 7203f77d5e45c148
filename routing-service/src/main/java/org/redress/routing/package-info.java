/** The routing service: classification, owner, clocks and escalation of cases, and the officers' commands. */
@NullMarked
package org.redress.routing;

import org.jspecify.annotations.NullMarked;
