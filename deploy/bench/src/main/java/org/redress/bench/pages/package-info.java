/** How long officers wait for their pages. */
@NullMarked
package org.redress.bench.pages;

import org.jspecify.annotations.NullMarked;
