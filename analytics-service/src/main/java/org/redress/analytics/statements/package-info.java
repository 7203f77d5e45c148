/** Statements 统计表: what came and what became of it on some days, as of a moment, and those that somebody kept. */
@NullMarked
package org.redress.analytics.statements;

import org.jspecify.annotations.NullMarked;
