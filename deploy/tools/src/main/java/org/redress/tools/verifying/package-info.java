/** Compares the services' databases with each other, independently of their own counters, and mends what it can. */
@NullMarked
package org.redress.tools.verifying;

import org.jspecify.annotations.NullMarked;
