/** Tells officers and petitioners what happened to a case: planned once, sent from its own loops. */
@NullMarked
package org.redress.notification;

import org.jspecify.annotations.NullMarked;
