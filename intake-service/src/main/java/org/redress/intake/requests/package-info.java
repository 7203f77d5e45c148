/** What petitioners ask for after their petition was taken: to add to it, or to withdraw it. */
@NullMarked
package org.redress.intake.requests;

import org.jspecify.annotations.NullMarked;
