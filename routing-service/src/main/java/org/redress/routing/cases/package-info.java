/** The case 信访事项: registered from a petition, with owner and clocks, moved on by officers' commands. */
@NullMarked
package org.redress.routing.cases;

import org.jspecify.annotations.NullMarked;
