/** Takes petitions from every channel, gives the receipt and shows the petitioner the way of the case. */
@NullMarked
package org.redress.intake;

import org.jspecify.annotations.NullMarked;
