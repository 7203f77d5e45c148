/** Compares the services' databases with each other, independently of the services' own counters. */
@NullMarked
package org.redress.tools.verifying;

import org.jspecify.annotations.NullMarked;
