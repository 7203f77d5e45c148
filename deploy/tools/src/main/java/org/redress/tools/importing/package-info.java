/** Posts the rows of a file to intake as an adapter does, so that an interrupted import can simply be run again. */
@NullMarked
package org.redress.tools.importing;

import org.jspecify.annotations.NullMarked;
