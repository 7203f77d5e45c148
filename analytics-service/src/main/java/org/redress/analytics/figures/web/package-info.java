/** Figures over HTTP: for programs, as a page, as tables to take along and as the monthly report. */
@NullMarked
package org.redress.analytics.figures.web;

import org.jspecify.annotations.NullMarked;
