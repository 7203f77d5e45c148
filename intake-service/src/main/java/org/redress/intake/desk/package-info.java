/** The desk, where the petition office records what came on paper, by telephone or in person. */
@NullMarked
package org.redress.intake.desk;

import org.jspecify.annotations.NullMarked;
