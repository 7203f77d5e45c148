/** Has topics learned from an organisation's cases, and lists what was learned. */
@NullMarked
package org.redress.tools.training;

import org.jspecify.annotations.NullMarked;
