/** Trends over HTTP: for programs, as a page with a chart and a table, and as a table to take along. */
@NullMarked
package org.redress.analytics.trends.web;

import org.jspecify.annotations.NullMarked;
