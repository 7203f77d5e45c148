/** Reads topics, stores and mails as an outsider does and tells what was lost, doubled or torn. */
@NullMarked
package org.redress.bench.faults.judging;

import org.jspecify.annotations.NullMarked;
