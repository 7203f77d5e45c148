/** The outlook over HTTP: for programs, as a page with a chart and tables, and as tables to take along. */
@NullMarked
package org.redress.analytics.outlook.web;

import org.jspecify.annotations.NullMarked;
