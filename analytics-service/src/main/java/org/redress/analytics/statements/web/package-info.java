/** The pages of statements. */
@NullMarked
package org.redress.analytics.statements.web;

import org.jspecify.annotations.NullMarked;
