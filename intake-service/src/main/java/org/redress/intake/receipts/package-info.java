/** Receipts and access codes: what a petitioner holds to see the way of the case. */
@NullMarked
package org.redress.intake.receipts;

import org.jspecify.annotations.NullMarked;
