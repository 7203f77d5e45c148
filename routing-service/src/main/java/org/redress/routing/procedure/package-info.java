/** The way of a case through the regulation 《信访工作条例》 as pure code: states, steps, and the rule each forbidden step breaks. */
@NullMarked
package org.redress.routing.procedure;

import org.jspecify.annotations.NullMarked;
