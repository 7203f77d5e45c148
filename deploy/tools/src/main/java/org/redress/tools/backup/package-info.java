/** Copies the services' databases as they were at one moment into a folder, and puts them back into an empty place. */
@NullMarked
package org.redress.tools.backup;

import org.jspecify.annotations.NullMarked;
