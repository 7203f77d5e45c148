/** Which limits fall due in the weeks to come, and how many will be missed at today's pace. */
@NullMarked
package org.redress.analytics.outlook;

import org.jspecify.annotations.NullMarked;
