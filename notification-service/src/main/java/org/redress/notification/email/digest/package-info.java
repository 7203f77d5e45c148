/** The daily digest of each post: one mail a day with all that was not worth a mail of its own. */
@NullMarked
package org.redress.notification.email.digest;

import org.jspecify.annotations.NullMarked;
