/** Command-line tools for operators: importing petitions from files and verifying that nothing was lost. */
@NullMarked
package org.redress.tools;

import org.jspecify.annotations.NullMarked;
