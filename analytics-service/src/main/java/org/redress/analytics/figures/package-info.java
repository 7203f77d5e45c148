/** Figures an office is judged by: what they count is data, and one small evaluator counts it over the facts. */
@NullMarked
package org.redress.analytics.figures;

import org.jspecify.annotations.NullMarked;
