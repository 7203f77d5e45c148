/** What projections of cases share: exact counting, and filling them from the beginning beside live traffic. */
@NullMarked
package org.redress.analytics.projection;

import org.jspecify.annotations.NullMarked;
