/** How many petitions come by day, week and month, and how many were to be expected: season, level and their intervals. */
@NullMarked
package org.redress.analytics.trends;

import org.jspecify.annotations.NullMarked;
