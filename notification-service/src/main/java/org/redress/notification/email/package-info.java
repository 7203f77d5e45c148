/** The channel of e-mail: everything that is known of mails alone. */
@NullMarked
package org.redress.notification.email;

import org.jspecify.annotations.NullMarked;
