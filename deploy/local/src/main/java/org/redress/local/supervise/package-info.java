/** Keeps the processes of the platform running, and away when they are wanted away. */
@NullMarked
package org.redress.local.supervise;

import org.jspecify.annotations.NullMarked;
