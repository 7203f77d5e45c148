/** How words are compared that people write in many ways. */
@NullMarked
package org.redress.routing.spelling;

import org.jspecify.annotations.NullMarked;
