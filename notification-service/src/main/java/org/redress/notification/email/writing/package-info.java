/** Writes the mails: looks up who gets one and in which language, and finds the words. */
@NullMarked
package org.redress.notification.email.writing;

import org.jspecify.annotations.NullMarked;
