/** Lists of the codes that stand in requests and answers, with names for readers. */
@NullMarked
package org.redress.platform.codes;

import org.jspecify.annotations.NullMarked;
