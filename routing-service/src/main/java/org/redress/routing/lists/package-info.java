/** Lists of cases that officers have given a name. */
@NullMarked
package org.redress.routing.lists;

import org.jspecify.annotations.NullMarked;
