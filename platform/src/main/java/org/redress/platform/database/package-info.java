/** How long the database is waited for, and what may take longer: building indexes, going through a whole collection. */
@NullMarked
package org.redress.platform.database;

import org.jspecify.annotations.NullMarked;
