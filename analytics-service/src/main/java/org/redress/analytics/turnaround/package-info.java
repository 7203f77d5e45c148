/** How long cases stand in each stage of the procedure, by unit and topic. */
@NullMarked
package org.redress.analytics.turnaround;

import org.jspecify.annotations.NullMarked;
