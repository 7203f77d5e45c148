/** Work that goes round in the background, each on a thread of its own, and whether it still turns. */
@NullMarked
package org.redress.platform.looping;

import org.jspecify.annotations.NullMarked;
