/** The way back for mails that failed. */
@NullMarked
package org.redress.notification.sending.web;

import org.jspecify.annotations.NullMarked;
