/** The organisation as it was activated last: units, posts, topics and clocks with their names, and who may read what. */
@NullMarked
package org.redress.platform.organisation;

import org.jspecify.annotations.NullMarked;
