/** Lists of the codes that stand in petitions. */
@NullMarked
package org.redress.intake.codes;

import org.jspecify.annotations.NullMarked;
