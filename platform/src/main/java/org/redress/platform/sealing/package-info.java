/** Seals what petitioners entrust to us for its readers alone, and keeps the keyed digests that stand for it. */
@NullMarked
package org.redress.platform.sealing;

import org.jspecify.annotations.NullMarked;
