/** The channel of signed webhooks, by which adapters learn how their petitions stand: everything that is known of it alone. */
@NullMarked
package org.redress.notification.webhook;

import org.jspecify.annotations.NullMarked;
