/** Random histories of petitions and everything a broker may do to their delivery, for tests. */
@NullMarked
package org.redress.histories;

import org.jspecify.annotations.NullMarked;
