/** Lists of the cases that a count is made of, as pages and answers show them. */
@NullMarked
package org.redress.analytics.facts.web;

import org.jspecify.annotations.NullMarked;
