/** Command-line tools for operators: importing petitions from files, verifying that nothing was lost, and mending it. */
@NullMarked
package org.redress.tools;

import org.jspecify.annotations.NullMarked;
