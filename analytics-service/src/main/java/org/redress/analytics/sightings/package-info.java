/** What hotspots are found over: which petitions say the same, as routing tells, and what each of their cases is today. */
@NullMarked
package org.redress.analytics.sightings;

import org.jspecify.annotations.NullMarked;
