/** Learns to tell classes of sparse vectors apart, and judges how well that went; knows nothing of texts. */
@NullMarked
package org.redress.routing.learning;

import org.jspecify.annotations.NullMarked;
