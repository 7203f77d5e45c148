/** Lists of the codes that stand in what routing is asked and answers. */
@NullMarked
package org.redress.routing.codes;

import org.jspecify.annotations.NullMarked;
