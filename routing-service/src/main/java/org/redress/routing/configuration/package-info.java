/** Reads configuration files so that whatever is wrong is told with file, line and path, all of it at once. */
@NullMarked
package org.redress.routing.configuration;

import org.jspecify.annotations.NullMarked;
