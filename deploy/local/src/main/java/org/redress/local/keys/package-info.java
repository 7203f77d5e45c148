/** The keys of an installation: who holds which, how they are made, and how they are rotated while services run. */
@NullMarked
package org.redress.local.keys;

import org.jspecify.annotations.NullMarked;
