/** Runs the whole platform on one machine with one command, without Docker. */
@NullMarked
package org.redress.local;

import org.jspecify.annotations.NullMarked;
