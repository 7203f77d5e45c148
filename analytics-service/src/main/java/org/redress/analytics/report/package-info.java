/** Tables to take along: as lines of text, as a spreadsheet and as a document; the same tables give the same bytes. */
@NullMarked
package org.redress.analytics.report;

import org.jspecify.annotations.NullMarked;
