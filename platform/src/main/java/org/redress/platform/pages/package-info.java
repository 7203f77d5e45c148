/** The frame that the pages of all services share, and the first of these pages. */
@NullMarked
package org.redress.platform.pages;

import org.jspecify.annotations.NullMarked;
