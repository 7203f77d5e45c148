/** Benches: what the platform stands and how fast it is, measured on the programs as they ship. */
@NullMarked
package org.redress.bench;

import org.jspecify.annotations.NullMarked;
